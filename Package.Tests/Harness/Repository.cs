using System.Reflection;
using System.Text.RegularExpressions;

namespace CoGen.Package.Tests.Harness;

/// <summary>The repository that these tests were built from.</summary>
internal static partial class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    /// <summary>The first whole program in the README.</summary>
    public static string ReadmeProgram()
    {
        string readme = File.ReadAllText(Path.Combine(Root, "README.md"));
        Match program = CSharpBlock().Match(readme);
        Assert.True(program.Success, "README.md shows no C# program.");
        return program.Groups[1].Value;
    }

    [GeneratedRegex(@"^```csharp\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
