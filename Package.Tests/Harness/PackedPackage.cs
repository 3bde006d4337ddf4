using System.Globalization;

[assembly: AssemblyFixture(typeof(CoGen.Package.Tests.Harness.PackedPackage))]

// The tests start whole builds, which use every core by themselves.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace CoGen.Package.Tests.Harness;

/// <summary>The packages, packed once per test run from a clean tree, in a folder that serves as a source of packages.</summary>
public sealed class PackedPackage : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cogen-package-");

    public PackedPackage()
    {
        // A version of its own, so that no cache can serve an older build.
        Version = string.Create(CultureInfo.InvariantCulture, $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmssfff}");
        Feed = _folder.CreateSubdirectory("feed").FullName;

        Pack("Runtime", Feed);
        Pack("Xunit", Feed);
        Pack("AspNetCore", Feed);

        // Nothing above the consumers' folders may set anything for them.
        File.WriteAllText(Path.Combine(_folder.FullName, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(_folder.FullName, "nuget.config"),
            $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
    }

    public string Version { get; }

    /// <summary>The folder with the packed package.</summary>
    public string Feed { get; }

    public string PackagePath => Path.Combine(Feed, $"CoGen.{Version}.nupkg");

    /// <summary>Packs the same once more, from nothing and in fresh processes, and returns the path of the package.</summary>
    internal string PackAgain()
    {
        string feed = _folder.CreateSubdirectory("again").FullName;
        Directory.Delete(Artifacts, recursive: true);
        Pack("Runtime", feed, "-p:UseSharedCompilation=false");
        return Path.Combine(feed, Path.GetFileName(PackagePath));
    }

    internal string CreateFolder(string name) => _folder.CreateSubdirectory($"{name}-{Guid.NewGuid():N}").FullName;

    public void Dispose()
    {
        _folder.Delete(recursive: true);

        string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (string name in (string[])["cogen", "cogen.xunit", "cogen.aspnetcore"])
        {
            string restored = Path.Combine(packages, name, Version);
            if (Directory.Exists(restored))
                Directory.Delete(restored, recursive: true);
        }
    }

    // A build in a folder of its own starts from nothing and leaves the repository's outputs alone. What the analyzers say of the code they have said when the solution was built.
    private string Artifacts => Path.Combine(_folder.FullName, "artifacts");

    private void Pack(string project, string feed, params string[] options) =>
        Command.Dotnet(
            Repository.Root, ["pack", project, "--nologo", "-o", feed, $"-p:Version={Version}", "-p:RunAnalyzers=false", "--artifacts-path", Artifacts, .. options]).Succeeds();
}
