namespace CoGen.Generator.Writing;

/// <summary>The version that generated code carries.</summary>
internal static class ToolVersion
{
    public static string Text { get; } = typeof(ToolVersion).Assembly.GetName().Version.ToString(3);
}
