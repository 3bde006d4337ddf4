namespace System.Runtime.CompilerServices;

/// <summary>What the compiler looks for where a property is <c>init</c>, as those of records are.</summary>
internal static class IsExternalInit;
