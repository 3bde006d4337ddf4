namespace CoGen.Semantics.Shape;

/// <summary>Why a tagged method cannot be turned into a coroutine. The value is the number of the diagnostic (CG0001 …).</summary>
public enum ShapeRefusalKind
{
    /// <summary>A containing type is not partial, so nothing can be added to it.</summary>
    ContainingTypeNotPartial = 1,

    /// <summary>A parameter or the return value is of a kind that an async method cannot have.</summary>
    SignatureCannotBeAsync = 2,

    /// <summary>A kind of member that cannot have a sibling.</summary>
    MemberCannotHaveTwin = 3,

    /// <summary>The method is asynchronous already.</summary>
    AlreadyAsync = 4,

    /// <summary>The name of the twin is taken.</summary>
    TwinNameTaken = 6,

    /// <summary>An interface cannot declare the twin of its member.</summary>
    InterfaceCannotDeclareTwin = 7,

    /// <summary>The project's version of C# is one that no twin can be written in.</summary>
    LanguageTooOld = 8,
}
