namespace CoGen.Generator.Tests.Prelude.Parts;

/// <summary>A value that generated programs change in its place.</summary>
public record struct Point(int X)
{
    public int Y = X;

    public readonly int Plus(int n) => unchecked(X + n);

    public int Move(int n) => X = unchecked(X + n);
}
