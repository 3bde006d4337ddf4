namespace CoGen.Package.Tests.Harness;

/// <summary>The linker driver that Native AOT needs: clang by default, gcc where only that is there.</summary>
internal static class NativeToolchain
{
    private static readonly bool s_clang = IsInPath("clang");

    public static bool IsPresent { get; } = OperatingSystem.IsLinux() && (s_clang || IsInPath("gcc"));

    /// <summary>What a publish must be told.</summary>
    public static string[] Properties { get; } = s_clang ? [] : ["-p:CppCompilerAndLinker=gcc"];

    private static bool IsInPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
