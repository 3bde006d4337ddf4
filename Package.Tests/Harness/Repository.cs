using System.Reflection;
using System.Text.RegularExpressions;

namespace CoGen.Package.Tests.Harness;

/// <summary>The repository that these tests were built from.</summary>
internal static partial class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    public static string Readme => File.ReadAllText(Path.Combine(Root, "README.md"));

    /// <summary>The first whole program in the README.</summary>
    public static string ReadmeProgram()
    {
        Match program = CSharpBlock().Match(Readme);
        Assert.True(program.Success, "README.md shows no C# program.");
        return program.Groups[1].Value;
    }

    [GeneratedRegex(@"^```csharp\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
