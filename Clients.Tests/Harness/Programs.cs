namespace CoGen.Clients.Tests.Harness;

/// <summary>Finds the servers that are installed here.</summary>
internal static class Programs
{
    private static readonly string[] s_folders =
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        "/usr/sbin",
        .. Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")) : [],
    ];

    /// <summary>
    /// The path of <paramref name="program"/>. Where it is not installed the test is skipped, or fails if <c>COGEN_REQUIRE_SERVERS</c> says that all must be there.
    /// </summary>
    public static string Find(string program, string package)
    {
        // Some installations put a script of the same name first, which picks a version.
        string? path = s_folders.Reverse().Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        if (path is not null) return path;

        string message = $"{program} is not installed: it comes with Debian's package {package}.";
        if (Environment.GetEnvironmentVariable("COGEN_REQUIRE_SERVERS") == "1") Assert.Fail(message);
        Assert.Skip(message);
        return "";
    }
}
