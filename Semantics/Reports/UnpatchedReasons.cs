using CoGen.Semantics.Bodies;
using CoGen.Semantics.Calls;

namespace CoGen.Semantics.Reports;

/// <summary>Why calls stay as they are, in a few words; the pages of the rules have more.</summary>
internal static class UnpatchedReasons
{
    public static string Describe(UnpatchedCall call)
    {
        string reason = call.Reason switch
        {
            UnpatchedReason.NoTwin => "it has no twin",
            UnpatchedReason.InNestedFunction => "it stands in a function that somebody else calls",
            UnpatchedReason.InLock => "it stands in a lock of the thread",
            UnpatchedReason.InCatchFilter => "it stands in a catch filter",
            UnpatchedReason.InUnsafe => "it stands in unsafe code",
            UnpatchedReason.InConditionalAccess => "it is a link of a ?. chain",
            UnpatchedReason.AcrossRefLike => "a span or reference is alive across it",
            UnpatchedReason.PropertyInPlace => "it is a property that is used in place",
            UnpatchedReason.TwinDoesNotFit => "its twin does not fit",
            UnpatchedReason.ReferenceDoesNotLast => "what it takes by reference does not outlive it",
            UnpatchedReason.TwinCallsOriginal => "its twin can only call it",
            UnpatchedReason.LockStays => "the lock stays one of the thread",
            UnpatchedReason.SequenceOutOfLoop => "its values go where they cannot be awaited",
            _ => call.Reason.ToString(),
        };
        string detail = call.Reason == UnpatchedReason.NoTwin || call.Detail.Length == 0 ? "" : $": {call.Detail}";
        return $"{reason}{detail} (CG{(int)call.Reason})";
    }
}
