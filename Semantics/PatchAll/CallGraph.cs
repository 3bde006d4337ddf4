using System.Collections.Immutable;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.PatchAll;

/// <summary>Who calls whom in the files of a user, and who stands in for whom.</summary>
internal sealed class CallGraph
{
    private readonly KnownTypes _tags;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<SyntaxTree, int> _files;
    private readonly Dictionary<string, IMethodSymbol> _methods = [];
    private readonly Dictionary<string, List<Callee>> _callers = [];
    private readonly Dictionary<IMethodSymbol, List<string>> _implemented = new(SymbolEqualityComparer.Default);

    private CallGraph(KnownTypes tags, ImmutableArray<SyntaxTree> files, ImmutableArray<BodyFacts> bodies, CancellationToken cancellationToken)
    {
        _tags = tags;
        _cancellationToken = cancellationToken;
        Bodies = bodies;
        _files = files.Select(static (tree, i) => (tree, i)).ToDictionary(static f => f.tree, static f => f.i);
        foreach (INamedTypeSymbol type in TypesIn(tags.Compilation.Assembly.GlobalNamespace))
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddMethods(type);
            AddImplementations(type);
        }

        foreach (BodyFacts body in bodies)
        {
            foreach (Callee callee in body.Callees)
                AddCaller(callee.Id, new Callee(body.Id, callee.Name));
            foreach (DelegateFacts given in body.Delegates)
            {
                if (!given.Callees.IsEmpty && OnlyCalls(given))
                {
                    foreach (Callee callee in given.Callees)
                        AddCaller(callee.Id, new Callee(given.Taker, "what it is given, which calls " + callee.Name));
                }
            }
        }
    }

    public ImmutableArray<BodyFacts> Bodies { get; }

    public static CallGraph Of(KnownTypes tags, CancellationToken cancellationToken)
    {
        ImmutableArray<SyntaxTree> files = UserFiles.Of(tags.Compilation, cancellationToken);
        return new CallGraph(tags, files, BodyFactsCache.Read(files, tags, cancellationToken), cancellationToken);
    }

    /// <summary>The method that has this documentation id, if a user's file declares it.</summary>
    public IMethodSymbol? Find(string id) => _methods.TryGetValue(id, out IMethodSymbol? method) ? method : null;

    /// <summary>Who calls the method, each with the name that it calls it by.</summary>
    public IEnumerable<Callee> CallersOf(string id) => _callers.TryGetValue(id, out List<Callee>? callers) ? callers : [];

    /// <summary>The methods of the user's files that a call of may become one of <paramref name="method"/>: what it overrides and implements.</summary>
    public IEnumerable<string> ImplementedBy(IMethodSymbol method)
    {
        IEnumerable<string> ids = _implemented.TryGetValue(method, out List<string>? implemented) ? implemented : [];
        return (method.OverriddenMethod is { } overridden ? [overridden] : Enumerable.Empty<IMethodSymbol>()).Concat(method.ExplicitInterfaceImplementations)
            .Select(static m => m.OriginalDefinition.GetDocumentationCommentId()!).Concat(ids);
    }

    /// <summary>Whether the method that is given a lambda does nothing with it but call it, as far as its text tells.</summary>
    public bool OnlyCalls(DelegateFacts given)
    {
        if (Find(given.Taker) is not { } method || given.Parameter >= method.Parameters.Length || BodyDeclaration.Of(method, _cancellationToken)?.Body is not { } body)
            return false;

        string name = method.Parameters[given.Parameter].Name;
        IdentifierNameSyntax[] uses = [.. body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == name && n.Parent is not NameColonSyntax)];
        return uses.Any(IsCalled) && uses.All(static use => IsCalled(use) || AwaitedDelegates.IsLookedAt(use));
    }

    /// <summary>Where a method stands among all files.</summary>
    public (int File, int Position) OrderOf(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.FirstOrDefault() is { } reference && _files.TryGetValue(reference.SyntaxTree, out int file) ? (file, reference.Span.Start) : (int.MaxValue, 0);

    private static bool IsCalled(IdentifierNameSyntax use) =>
        (use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" } access && access.Expression == use ? access : (ExpressionSyntax)use) is var callee &&
        callee.Parent is InvocationExpressionSyntax call && call.Expression == callee;

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol outer)
    {
        foreach (INamespaceOrTypeSymbol inner in outer.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (inner is INamedTypeSymbol type)
                yield return type;
            foreach (INamedTypeSymbol nested in TypesIn(inner))
                yield return nested;
        }
    }

    private void AddMethods(INamedTypeSymbol type)
    {
        foreach (IMethodSymbol member in type.GetMembers().OfType<IMethodSymbol>())
        {
            IMethodSymbol method = member.PartialImplementationPart ?? member;
            if (!member.IsImplicitlyDeclared && IsInUserFile(method) && member.GetDocumentationCommentId() is { } id && !_methods.ContainsKey(id))
                _methods.Add(id, method);
        }
    }

    // Also what a base type implements for the types derived from it.
    private void AddImplementations(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return;

        foreach (INamedTypeSymbol @interface in type.AllInterfaces)
        {
            if (!SymbolEqualityComparer.Default.Equals(@interface.ContainingAssembly, type.ContainingAssembly))
                continue;
            foreach (IMethodSymbol member in @interface.GetMembers().OfType<IMethodSymbol>())
            {
                if (type.FindImplementationForInterfaceMember(member) is not IMethodSymbol { OriginalDefinition: var found } || found.ContainingType.TypeKind == TypeKind.Interface)
                    continue;

                IMethodSymbol implementation = found.PartialImplementationPart ?? found;
                if (!_implemented.TryGetValue(implementation, out List<string>? members))
                    _implemented.Add(implementation, members = []);
                members.Add(member.OriginalDefinition.GetDocumentationCommentId()!);
            }
        }
    }

    private void AddCaller(string callee, Callee caller)
    {
        if (!_callers.TryGetValue(callee, out List<Callee>? callers))
            _callers.Add(callee, callers = []);
        callers.Add(caller);
    }

    private bool IsInUserFile(IMethodSymbol method)
    {
        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            if (_files.ContainsKey(reference.SyntaxTree))
                return true;
        }

        return false;
    }
}
