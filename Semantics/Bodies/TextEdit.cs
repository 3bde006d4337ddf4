namespace CoGen.Semantics.Bodies;

/// <summary>Replaces <paramref name="Length"/> characters at <paramref name="Start"/> of the source file.</summary>
public readonly record struct TextEdit(int Start, int Length, string NewText)
{
    public int End => Start + Length;

    public static TextEdit Insert(int position, string text) => new(position, 0, text);
}
