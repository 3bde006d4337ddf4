namespace CoGen;

/// <summary>A call in which a fiber is suspended.</summary>
/// <param name="Method">The method, as <c>Type.Method</c>.</param>
/// <param name="File">The source file of the statement that waits; null if that is not known.</param>
/// <param name="Line">The line of that statement; 0 if it is not known.</param>
public readonly record struct SuspendedCall(string Method, string? File, int Line)
{
    /// <summary>Gets the method, with file and line if they are known.</summary>
    /// <returns>Some words, as a line of a stack trace has them.</returns>
    public override string ToString() => File is null ? Method : $"{Method} in {File}:line {Line}";
}
