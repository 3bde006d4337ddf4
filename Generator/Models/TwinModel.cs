namespace CoGen.Generator.Models;

/// <summary>
/// All that is needed to write one twin. It holds values only: it outlives the compilation it was read from, and its
/// equality decides whether the twin is written again.
/// </summary>
/// <param name="Original">The original as one would name it: <c>Demo.Program.TaskA(int)</c>.</param>
/// <param name="HintName">The wanted name of the generated file.</param>
/// <param name="UniqueId">What tells it from all others, should two want the same file.</param>
/// <param name="Root">What keeps the twin from being trimmed; null when nothing looks for it at run time.</param>
/// <param name="Scope">Where it stands.</param>
/// <param name="Members">The members that make up the twin. The first is the twin itself; others do part of its work, or lead to it.</param>
/// <param name="SlotType">The type that has the slots; local to the file, unless the language has no such types.</param>
/// <param name="Slots">The names of what it asks at run time whether it is bypassed.</param>
public sealed record TwinModel(
    string Original,
    string HintName,
    string UniqueId,
    RootModel? Root,
    ScopeModel Scope,
    EquatableArray<MemberModel> Members,
    string SlotType,
    EquatableArray<string> Slots);

/// <summary>One generated member.</summary>
/// <param name="Cref">The original in a doc comment, or nothing.</param>
/// <param name="IsTwin">Whether it is marked as a twin: callers of the original may call it instead.</param>
/// <param name="CallsOriginal">Whether it only calls the original, virtually.</param>
/// <param name="Attributes">The attributes of the original that hold for it too.</param>
/// <param name="Modifiers">The modifiers but for <c>async</c>, each followed by a space.</param>
/// <param name="ReturnType">The return type.</param>
/// <param name="Name">Its name, after the interface that it implements explicitly.</param>
/// <param name="TypeParameters">The type parameter list, or nothing.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="Constraints">The constraint clauses.</param>
/// <param name="Body">What it does.</param>
public sealed record MemberModel(
    string Cref,
    bool IsTwin,
    bool CallsOriginal,
    EquatableArray<string> Attributes,
    string Modifiers,
    string ReturnType,
    string Name,
    string TypeParameters,
    string Parameters,
    EquatableArray<string> Constraints,
    BodyModel Body);

/// <summary>What a member does.</summary>
/// <param name="IsAsync">Whether it awaits.</param>
/// <param name="Line">The line of the user's file on which the text starts, or 0 when it is not the user's text.</param>
/// <param name="Path">The user's file.</param>
/// <param name="Text">The block or arrow clause, indented for its place.</param>
public sealed record BodyModel(bool IsAsync, int Line, string Path, string Text);

/// <summary>One twin, by the strings that a <c>DynamicDependency</c> takes.</summary>
public sealed record RootModel(string Member, string Type, string Assembly);

/// <summary>A twin and the file it goes to.</summary>
public sealed record NamedTwinModel(string HintName, TwinModel Twin);
