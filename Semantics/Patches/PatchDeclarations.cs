using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Patches;

/// <summary>Reads the attributes that make rules.</summary>
public static class PatchDeclarations
{
    private const string Patch = "CoGen.PatchAttribute";

    // Trees live on from one compilation to the next: only the one that was edited is looked through again.
    private static readonly ConditionalWeakTable<SyntaxTree, MethodDeclarationSyntax[]> s_candidates = new();

    /// <summary>Those of the source of a compilation.</summary>
    public static IEnumerable<DeclaredPatch> InSource(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            MethodDeclarationSyntax[] candidates = s_candidates.GetValue(tree, static t => [.. CandidatesIn(t.GetRoot())]);
            if (candidates.Length == 0)
                continue;

            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (MethodDeclarationSyntax candidate in candidates)
            {
                if (model.GetDeclaredSymbol(candidate, cancellationToken) is { } method)
                {
                    foreach (DeclaredPatch patch in On(method, RuleSource.Project))
                        yield return patch;
                }
            }
        }

        foreach (DeclaredPatch patch in OnAssembly(compilation.Assembly, RuleSource.Project))
            yield return patch;
    }

    /// <summary>Those of a referenced assembly, which names the classes that have them.</summary>
    public static IEnumerable<DeclaredPatch> InAssembly(IAssemblySymbol assembly)
    {
        foreach (DeclaredPatch patch in OnAssembly(assembly, RuleSource.Package))
            yield return patch;
        foreach (AttributeData attribute in assembly.GetAttributes())
        {
            if (!Is(attribute, "CoGen.CompilerServices.PatchContainerAttribute") || attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol container }])
                continue;
            foreach (IMethodSymbol method in container.GetMembers().OfType<IMethodSymbol>())
            {
                foreach (DeclaredPatch patch in On(method, RuleSource.Package))
                    yield return patch;
            }
        }
    }

    /// <summary>Those on a method.</summary>
    public static IEnumerable<DeclaredPatch> On(IMethodSymbol method, RuleSource source)
    {
        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (!Is(attribute, Patch) || attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol type }, { Value: string name }])
                continue;

            string[] patterns = [.. PatternsOf(type.OriginalDefinition, name)];
            if (patterns.Length == 0)
                yield return new DeclaredPatch(attribute, type, name, method, null);
            foreach (string pattern in patterns)
            {
                yield return new DeclaredPatch(attribute, type, name, method, new PatchRule(
                    pattern, "", PatchAction.Adapt, $"{method.ContainingType.ToDisplayString()}.{method.Name}", "", "", "")
                { Origin = source, Methods = [method] });
            }
        }
    }

    private static IEnumerable<DeclaredPatch> OnAssembly(IAssemblySymbol assembly, RuleSource source)
    {
        foreach (AttributeData attribute in assembly.GetAttributes())
        {
            PatchAction? action = Is(attribute, "CoGen.OffloadCallsAttribute") ? PatchAction.Offload : Is(attribute, "CoGen.ExcludeFromPatchingAttribute") ? PatchAction.Leave : null;
            if (action is null)
                continue;

            switch (attribute.ConstructorArguments)
            {
                case [{ Value: string name }]:
                    yield return new DeclaredPatch(attribute, null, name, null, ToRule("A:" + name, action.Value, source));
                    break;
                case [{ Value: INamedTypeSymbol type }, { Kind: TypedConstantKind.Array, IsNull: false, Values: var members }]:
                    foreach (DeclaredPatch patch in OfMembers(attribute, type, members, action.Value, source))
                        yield return patch;
                    break;
            }
        }
    }

    private static IEnumerable<DeclaredPatch> OfMembers(AttributeData attribute, INamedTypeSymbol type, ImmutableArray<TypedConstant> members, PatchAction action, RuleSource source)
    {
        if (members.IsEmpty)
            yield return new DeclaredPatch(attribute, type, null, null, ToRule(type.OriginalDefinition.GetDocumentationCommentId()!, action, source));
        foreach (string name in members.Select(static m => m.Value).OfType<string>())
        {
            string[] patterns = [.. PatternsOf(type.OriginalDefinition, name)];
            if (patterns.Length == 0)
                yield return new DeclaredPatch(attribute, type, name, null, null);
            foreach (string pattern in patterns)
                yield return new DeclaredPatch(attribute, type, name, null, ToRule(pattern, action, source));
        }
    }

    private static PatchRule ToRule(string member, PatchAction action, RuleSource source) => new(member, "", action, "", "", "", "") { Origin = source };

    // nameof(FileStream.CanRead) may mean a member that is declared further up.
    private static IEnumerable<string> PatternsOf(INamedTypeSymbol type, string name)
    {
        string wanted = name == ".ctor" ? WellKnownMemberNames.InstanceConstructorName : name;
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            ImmutableArray<ISymbol> members = [.. current.GetMembers(wanted).Where(static m => m is IMethodSymbol or IPropertySymbol)];
            if (members.IsEmpty && wanted == "Item")
                members = [.. current.GetMembers().Where(static m => m is IPropertySymbol { IsIndexer: true })];
            foreach (string kind in members.Select(static m => m is IPropertySymbol ? "P:" : "M:").Distinct())
                yield return $"{kind}{current.OriginalDefinition.GetDocumentationCommentId()!.Substring(2)}.{(name == ".ctor" ? "#ctor" : name)}(*)";
            if (!members.IsEmpty || name == ".ctor")
                yield break;
        }
    }

    private static IEnumerable<MethodDeclarationSyntax> CandidatesIn(SyntaxNode node)
    {
        foreach (SyntaxNode child in node.ChildNodes())
        {
            switch (child)
            {
                case BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax:
                    foreach (MethodDeclarationSyntax inner in CandidatesIn(child))
                        yield return inner;
                    break;
                case MethodDeclarationSyntax method when method.AttributeLists.Any(static l => l.Attributes.Any(static a => IsNamedPatch(a.Name))):
                    yield return method;
                    break;
            }
        }
    }

    private static bool IsNamedPatch(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => IsNamedPatch(qualified.Right),
        AliasQualifiedNameSyntax alias => IsNamedPatch(alias.Name),
        SimpleNameSyntax simple => simple.Identifier.ValueText is "Patch" or "PatchAttribute",
        _ => false,
    };

    private static bool Is(AttributeData attribute, string name) => attribute.AttributeClass?.ToDisplayString() == name;
}
