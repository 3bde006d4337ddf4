namespace CoGen.Semantics;

/// <summary>
/// The ids of all diagnostics, in bands: <c>CG0xxx</c> a tagged method cannot have a twin, or a patch cannot take a place; <c>CG1xxx</c> something blocks unpatched;
/// <c>CG2xxx</c> what happens where a coroutine yields.
/// </summary>
public static class DiagnosticIds
{
    public const string ContainingTypeNotPartial = "CG0001";
    public const string SignatureNotAsync = "CG0002";
    public const string UnsupportedMember = "CG0003";
    public const string AlreadyAsync = "CG0004";
    public const string TwinNameTaken = "CG0006";
    public const string InterfaceTwin = "CG0007";
    public const string LanguageTooOld = "CG0008";
    public const string UselessTag = "CG0010";
    public const string PatchOfNothing = "CG0011";
    public const string PatchDoesNotFit = "CG0012";
    public const string PatchLineMalformed = "CG0013";

    public const string BlockingCallWithoutTwin = "CG1001";
    public const string UntaggedEntry = "CG1002";
    public const string BlockingDelegate = "CG1003";
    public const string BlockingCallInLambda = "CG1004";
    public const string UntaggedCallee = "CG1005";
    public const string LibraryBlocks = "CG1006";
    public const string NativeCall = "CG1007";
    public const string BlockingOriginal = "CG1008";
    public const string BlockingInitializer = "CG1009";
    public const string BlockingCallInLock = "CG1011";
    public const string BlockingCallInCatchFilter = "CG1012";
    public const string BlockingCallInUnsafe = "CG1013";
    public const string BlockingCallInConditionalAccess = "CG1014";
    public const string RefLikeAcrossCall = "CG1015";
    public const string TwinDoesNotFit = "CG1016";
    public const string ReferenceDoesNotLast = "CG1017";
    public const string TwinCallsOriginal = "CG1018";
    public const string PropertyInPlace = "CG1020";
    public const string BodyNotRepeatable = "CG1021";
    public const string LockOfThread = "CG1022";
    public const string PlainLock = "CG1023";
    public const string ThreadAffinity = "CG1024";
    public const string CoroutineNotAwaited = "CG1025";
    public const string KillSwallowed = "CG1026";
    public const string SequenceOutOfLoop = "CG1027";
    public const string TwinBlocksToo = "CG1028";
    public const string LoopNeverYields = "CG1029";
    public const string TwoPatches = "CG1031";
    public const string UnusedPatch = "CG1032";
    public const string PatchedTypeNotPartial = "CG1040";
    public const string PatchedMemberHasNoTwin = "CG1041";
    public const string PatchAllNamesNothing = "CG1042";

    public const string YieldPoint = "CG2001";
    public const string CheckThenAct = "CG2002";
    public const string YieldInLock = "CG2003";
    public const string YieldInTransaction = "CG2004";
}
