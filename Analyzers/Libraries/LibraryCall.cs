namespace CoGen.Analyzers.Libraries;

/// <summary>A call that stands in the IL of a method.</summary>
/// <param name="Assembly">The simple name of the assembly that has the method; null for the same.</param>
/// <param name="Type">The full name of the type that has it.</param>
/// <param name="Member">The documentation id of the method.</param>
/// <param name="Receiver">The full name of the type that it is called on, as far as the stack tells; null where it does not.</param>
/// <param name="IsVirtual">Whether an override of the receiver's may be meant, as it is not by <c>base.Save()</c>.</param>
internal readonly record struct LibraryCall(string? Assembly, string Type, string Member, string? Receiver, bool IsVirtual);
