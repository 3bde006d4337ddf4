namespace CoGen.Generator.Models;

/// <summary>The blocking calls of a build.</summary>
/// <param name="Calls">The calls, in order.</param>
public sealed record ReportModel(EquatableArray<ReportedCall> Calls);

/// <summary>One blocking call.</summary>
/// <param name="File">Its file, relative to the project where it is inside.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Member">What is called.</param>
/// <param name="Caller">The member that it stands in.</param>
/// <param name="State">What becomes of it: <c>patched</c>, <c>offloaded</c>, <c>excluded</c>, <c>blocking</c>.</param>
/// <param name="Detail">What it is patched to, or why it is not.</param>
public sealed record ReportedCall(string File, int Line, int Column, string Member, string Caller, string State, string Detail);
