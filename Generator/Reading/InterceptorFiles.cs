using System.Collections.Immutable;
using CoGen.Generator.Models;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator.Reading;

/// <summary>Sorts intercepted calls into files.</summary>
internal static class InterceptorFiles
{
    private const string Namespace = "CoGen.Generated";

    /// <summary>Whether the project lets interceptors stand in our namespace; elsewhere they would be errors.</summary>
    public static bool AreWanted(ParseOptions options, CancellationToken cancellationToken) =>
        LanguageLevel.HasInterceptors(options) && options.Features.TryGetValue("InterceptorsNamespaces", out string? namespaces) &&
        namespaces.Split(';').Any(static n => n.Trim() is "CoGen" or Namespace);

    public static ImmutableArray<InterceptorFileModel> Group(
        (ImmutableArray<EntryCallModel> Calls, bool AreWanted) input, CancellationToken cancellationToken)
    {
        if (!input.AreWanted)
            return [];

        ImmutableArray<InterceptorFileModel>.Builder files = ImmutableArray.CreateBuilder<InterceptorFileModel>();
        Dictionary<string, int> taken = new(StringComparer.OrdinalIgnoreCase);
        foreach (IGrouping<string, EntryCallModel> file in input.Calls.GroupBy(static c => c.File).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            string name = NameOf(file.Key);
            int number = taken[name] = taken.TryGetValue(name, out int count) ? count + 1 : 1;
            files.Add(new InterceptorFileModel(
                number == 1 ? $"CoGen.Interceptors.{name}.g.cs" : $"CoGen.Interceptors.{name}-{number}.g.cs",
                file.ToEquatableArray()));
        }

        return files.ToImmutable();
    }

    private static string NameOf(string path)
    {
        string name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        if (name.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
            name = name.Substring(0, name.Length - 3);
        return new string([.. name.Select(static c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '_')]);
    }
}
