using System.Reflection;
using System.Text.RegularExpressions;

namespace CoGen.Package.Tests.Harness;

/// <summary>The repository that these tests were built from.</summary>
internal static partial class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    public static string Readme => File.ReadAllText(Path.Combine(Root, "README.md"));

    /// <summary>The first whole program in the README, or the second, which has no tags.</summary>
    public static string ReadmeProgram(int index = 0)
    {
        MatchCollection programs = CSharpBlock().Matches(Readme);
        Assert.True(programs.Count > index, "README.md shows no such C# program.");
        return programs[index].Groups[1].Value;
    }

    [GeneratedRegex(@"^```csharp\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
