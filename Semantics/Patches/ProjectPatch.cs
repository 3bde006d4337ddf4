using System.Collections.Immutable;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Patches;

/// <summary>One patch of the project, as it is written.</summary>
/// <param name="Location">Where it is.</param>
/// <param name="Subject">What it is about, as one would say it.</param>
/// <param name="Rules">The rules that it makes; none where nothing has that name.</param>
/// <param name="Method">The method that takes the place, where it is known by symbol.</param>
/// <param name="Error">Why the line is no rule, or null.</param>
public sealed record ProjectPatch(Location Location, string Subject, ImmutableArray<PatchRule> Rules, IMethodSymbol? Method, string? Error)
{
    /// <summary>Whether it is made for those who refer to the project.</summary>
    public bool IsForOthers => Method is { DeclaredAccessibility: Accessibility.Public, ContainingType.DeclaredAccessibility: Accessibility.Public };

    /// <summary>All of a project: those that come first win.</summary>
    public static IEnumerable<ProjectPatch> AllOf(KnownTypes known, PatchFiles files, CancellationToken cancellationToken)
    {
        foreach (IGrouping<(AttributeData, string?), DeclaredPatch> group in PatchDeclarations.InSource(known.Compilation, cancellationToken).GroupBy(static p => (p.Attribute, p.Name)))
        {
            DeclaredPatch first = group.First();
            Location location = first.Attribute.ApplicationSyntaxReference is { } reference ? Location.Create(reference.SyntaxTree, reference.Span) : Location.None;
            string subject = first.Type is null ? first.Name ?? "" : first.Name is null ? first.Type.Name : $"{first.Type.Name}.{first.Name}";
            yield return new ProjectPatch(location, subject, [.. group.Select(static p => p.Rule).OfType<PatchRule>()], first.Method, null);
        }

        foreach (PatchFileLine line in files.Files.SelectMany(static f => f.Lines))
            yield return new ProjectPatch(line.Location, line.Rule?.Member ?? "", line.Rule is null ? [] : [line.Rule], null, line.Rule is null ? line.Error : null);
    }

    /// <summary>Whether both are about one member.</summary>
    public bool Overlaps(ProjectPatch other, KnownTypes known)
    {
        foreach (PatchRule rule in Rules)
        {
            if (!other.Rules.Any(o => o.Member == rule.Member))
                continue;
            if (Method is null || other.Method is null)
                return Method is null && other.Method is null;

            // Methods for two overloads, or for the two accessors of a property, do not meet.
            if (PatchedMemberFinder.Find(rule.Member, known.Compilation).Any(m => PatchFit.UsesOf(m).Any(use => Takes(m, use, Method) && Takes(m, use, other.Method))))
                return true;
        }

        return false;

        bool Takes(ISymbol member, PatchUse use, IMethodSymbol method) =>
            PatchFit.Of(member, PatchedMember.Of(member, use), method, known, out _) is { ResultFits: true };
    }
}
