using System.Collections.Immutable;
using CoGen.Generator.Models;
using CoGen.Semantics;
using CoGen.Semantics.Reports;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Generator.Reading;

/// <summary>Reads the report of a build that wants one.</summary>
internal static class ReportReader
{
    /// <summary>The folder that paths are relative to; null where no report is wanted.</summary>
    public static string? FolderOf(AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken) =>
        options.GlobalOptions.TryGetValue("build_property.CoGenReport", out string? wanted) && wanted.Equals("true", StringComparison.OrdinalIgnoreCase)
            ? options.GlobalOptions.TryGetValue("build_property.ProjectDir", out string? folder) ? folder.Replace('\\', '/') : ""
            : null;

    /// <summary>None where no report is wanted.</summary>
    public static ImmutableArray<ReportModel> Read((string? Folder, Compilation Compilation) input, CancellationToken cancellationToken)
    {
        if (input.Folder is not { } folder)
            return [];
        if (KnownTypes.Of(input.Compilation) is not { } known)
            return [new ReportModel(default)];

        return [new ReportModel(BlockingCallFinder.Find(known, cancellationToken)
            .Select(call => new ReportedCall(RelativeTo(folder, call.Path), call.Line, call.Column, call.Member, call.Caller, NameOf(call.State), call.Detail))
            .OrderBy(static call => call.File, StringComparer.Ordinal).ThenBy(static call => call.Line).ThenBy(static call => call.Column)
            .ToEquatableArray())];
    }

    private static string RelativeTo(string folder, string path)
    {
        path = path.Replace('\\', '/');
        return folder.Length > 0 && path.StartsWith(folder, StringComparison.Ordinal) ? path.Substring(folder.Length).TrimStart('/') : path;
    }

    private static string NameOf(BlockingCallState state) => state switch
    {
        BlockingCallState.Patched => "patched",
        BlockingCallState.Offloaded => "offloaded",
        BlockingCallState.Excluded => "excluded",
        _ => "blocking",
    };
}
