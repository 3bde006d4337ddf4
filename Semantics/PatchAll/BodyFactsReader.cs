using System.Collections.Immutable;
using System.Reflection;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Semantics.PatchAll;

/// <summary>Reads what the bodies of one file do. What stands where no <c>await</c> could is left out, for it would not be patched.</summary>
internal sealed class BodyFactsReader
{
    private readonly SemanticModel _model;
    private readonly KnownTypes _tags;
    private readonly PropertyNames _properties;
    private readonly CancellationToken _cancellationToken;
    private readonly SyntaxNode _body;
    private readonly CallResolver _resolver;
    private readonly CoroutineOptions _options;
    private readonly List<LockFacts> _locks = [];
    private readonly List<DelegateFacts> _delegates = [];
    private readonly Lazy<NestedFunction[]> _functions;

    private BodyFactsReader(IMethodSymbol method, SyntaxNode body, SemanticModel model, KnownTypes tags, PropertyNames properties, CancellationToken cancellationToken)
    {
        _body = body;
        _model = model;
        _tags = tags;
        _properties = properties;
        _cancellationToken = cancellationToken;
        _resolver = new CallResolver(model, tags, method);
        _options = tags.OptionsOf(method);
        _functions = new Lazy<NestedFunction[]>(() => [.. NestedFunction.FindIn(_body, _model, _tags)]);
    }

    /// <param name="tree">The file.</param>
    /// <param name="tags">The known types, by which only what is tagged is a coroutine.</param>
    /// <param name="properties">The properties that could block.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static ImmutableArray<BodyFacts> Read(SyntaxTree tree, KnownTypes tags, PropertyNames properties, CancellationToken cancellationToken)
    {
        ImmutableArray<BodyFacts>.Builder facts = ImmutableArray.CreateBuilder<BodyFacts>();
        SemanticModel? model = null;
        foreach (SyntaxNode node in MembersOf(tree.GetRoot(cancellationToken)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (BodyDeclaration.Of(node) is not { Body: { } body } || !body.DescendantNodesAndSelf().Any(n => CouldMatter(n, properties)))
                continue;

            model ??= tags.Compilation.GetSemanticModel(tree);
            ISymbol? declared = model.GetDeclaredSymbol(node is ArrowExpressionClauseSyntax ? node.Parent! : node, cancellationToken);
            if ((declared as IMethodSymbol ?? (declared as IPropertySymbol)?.GetMethod) is { } method && method.GetDocumentationCommentId() is { } id)
            {
                BodyFacts read = new BodyFactsReader(method, body, model, tags, properties, cancellationToken).Read(id, method);
                if (read.Waits is not null || !read.Callees.IsEmpty || !read.Locks.IsEmpty || !read.Delegates.IsEmpty)
                    facts.Add(read);
            }
        }

        return facts.ToImmutable();
    }

    /// <summary>What declares a body in <paramref name="root"/>: methods, accessors, and the arrows of properties.</summary>
    internal static IEnumerable<SyntaxNode> MembersOf(SyntaxNode root) => root
        .DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or BasePropertyDeclarationSyntax or AccessorListSyntax)
        .Where(static n => n is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax });

    private static bool CouldMatter(SyntaxNode node, PropertyNames properties) => node switch
    {
        InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax or LockStatementSyntax or CommonForEachStatementSyntax or UsingStatementSyntax => true,
        LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } => true,
        SimpleNameSyntax name => properties.Contains(name.Identifier.ValueText),
        _ => false,
    };

    private BodyFacts Read(string id, IMethodSymbol method)
    {
        Events events = Collect(_body);
        foreach (NestedFunction named in _functions.Value.Where(static f => f.Named is not null))
            AddCallee(named.Named, named.Syntax, events);
        if ((method.MethodImplementationFlags & MethodImplAttributes.Synchronized) != 0)
            _locks.Add(new LockFacts(null, TypeId(method.ContainingType), events.Waits is not null, [.. events.Callees.Select(static c => c.Id)]));
        return new BodyFacts(id, events.Waits, events.Callees, [.. _locks], [.. _delegates]);
    }

    private Events Collect(SyntaxNode root)
    {
        Events events = new();
        foreach (SyntaxNode node in root.DescendantNodesAndSelf(n => n == root || Descends(n)))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            switch (node)
            {
                case InvocationExpressionSyntax call:
                    AddCall(call, events);
                    break;
                case BaseObjectCreationExpressionSyntax creation:
                    AddWait(creation, _model.FindOperation(creation, _cancellationToken), events);
                    break;
                case ElementAccessExpressionSyntax or ElementBindingExpressionSyntax:
                    AddProperty((ExpressionSyntax)node, events);
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access when _properties.Contains(name):
                    AddProperty(access, events);
                    break;
                case MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name } binding when _properties.Contains(name):
                    AddProperty(binding, events);
                    break;
                case IdentifierNameSyntax { Identifier.ValueText: var name, Parent: not (MemberBindingExpressionSyntax or QualifiedNameSyntax or NameColonSyntax) } identifier
                    when _properties.Contains(name) && !(identifier.Parent is MemberAccessExpressionSyntax access && access.Name == identifier):
                    AddProperty(identifier, events);
                    break;
                case CommonForEachStatementSyntax { AwaitKeyword.RawKind: 0 } loop:
                    AddEnumeration(loop, events);
                    break;
                case UsingStatementSyntax { AwaitKeyword.RawKind: 0 } @using:
                    AddDispose(@using.Expression ?? @using.Declaration?.Variables.FirstOrDefault()?.Initializer?.Value, events);
                    break;
                case LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0, AwaitKeyword.RawKind: 0 } local:
                    AddDispose(local.Declaration.Variables.FirstOrDefault()?.Initializer?.Value, events);
                    break;
                case LockStatementSyntax:
                    events.Locks.Add((LockStatementSyntax)node);
                    break;
            }
        }

        foreach (LockStatementSyntax @lock in events.Locks)
            _locks.Add(FactsOf(@lock, events));
        return events;
    }

    private bool Descends(SyntaxNode node) => node switch
    {
        CatchFilterClauseSyntax or QueryBodySyntax or UnsafeStatementSyntax or FixedStatementSyntax => false,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } => false,
        AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax => IsAwaited(node),
        _ => true,
    };

    // A lambda that goes to a method of this compilation is weighed with that method.
    private bool IsAwaited(SyntaxNode function)
    {
        if (_functions.Value.Any(f => f.Syntax == function))
            return true;
        if (function is not AnonymousFunctionExpressionSyntax { AsyncKeyword.RawKind: 0, Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } ||
            _model.FindOperation(call, _cancellationToken) is not IInvocationOperation { TargetMethod: { } target } operation)
        {
            return false;
        }

        return Signatures.AreEqual(target.ContainingType, _tags.Linq) ||
            (_resolver.Resolve(operation, _cancellationToken) is CallVerdict.Patched { Patch.AsyncFunctions: var functions } && functions.Contains(function));
    }

    private void AddCall(InvocationExpressionSyntax call, Events events)
    {
        if (_model.FindOperation(call, _cancellationToken) is not IInvocationOperation { TargetMethod: { MethodKind: not (MethodKind.DelegateInvoke or MethodKind.LocalFunction) } target } invocation ||
            _options.Keeps(target) || AddWait(call, invocation, events) || !IsOurs(target) || ConditionalCalls.IsLeftOut(target, call.SyntaxTree))
        {
            return;
        }

        AddCallee(target, call, events);
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            if (argument is { Syntax: ArgumentSyntax { Expression: AnonymousFunctionExpressionSyntax { AsyncKeyword.RawKind: 0 } function }, Parameter: { } parameter } &&
                !IsAwaited(function) && (parameter.ContainingSymbol as IMethodSymbol)?.OriginalDefinition.GetDocumentationCommentId() is { } taker)
            {
                Events inside = Collect(function);
                if (inside.Waits is not null || !inside.Callees.IsEmpty)
                    _delegates.Add(new DelegateFacts(taker, parameter.Ordinal, inside.Waits, inside.Callees));
            }
        }
    }

    private bool AddWait(SyntaxNode node, IOperation? operation, Events events)
    {
        if (operation is null || _resolver.Resolve(operation, _cancellationToken) is not (CallVerdict.Patched or CallVerdict.Sequence { Patch.IsLink: false }))
            return false;

        ISymbol? called = operation switch
        {
            IInvocationOperation invocation => invocation.TargetMethod,
            IPropertyReferenceOperation property => property.Property,
            IAssignmentOperation { Target: IPropertyReferenceOperation property } => property.Property,
            IIncrementOrDecrementOperation { Target: IPropertyReferenceOperation property } => property.Property,
            IObjectCreationOperation creation => creation.Constructor,
            _ => null,
        };
        events.AddWait(node, called is null ? "what it uses" : NameOf(called));
        return true;
    }

    private void AddProperty(ExpressionSyntax node, Events events)
    {
        if (_model.FindOperation(node, _cancellationToken) is not IPropertyReferenceOperation { Property: { } property } reference || _options.Keeps(property))
            return;

        switch (PropertyUses.Of(node, _model))
        {
            case PropertyUse.Read when !AddWait(node, reference, events):
                AddCallee(Accessor(property, static p => p.GetMethod), node, events);
                break;
            case PropertyUse.Written when node.Parent is { } assignment && !AddWait(assignment, _model.FindOperation(assignment, _cancellationToken), events):
                AddCallee(Accessor(property, static p => p.SetMethod), node, events);
                break;
            case PropertyUse.InPlace when node.Parent is ExpressionSyntax change && _model.FindOperation(change, _cancellationToken) is { } operation && PropertyChange.Of(operation, _model) is not null &&
                !AddWait(change, operation, events):
                AddCallee(Accessor(property, static p => p.GetMethod), node, events);
                AddCallee(Accessor(property, static p => p.SetMethod), node, events);
                break;
        }
    }

    private void AddEnumeration(CommonForEachStatementSyntax loop, Events events)
    {
        if (_resolver.Sequences.EnumerationTwinOf(loop, _cancellationToken) is { } twin)
            events.AddWait(loop, NameOf(twin.Symbol));
        else if (_resolver.Loops.Of(loop, _cancellationToken) is { Loop: not null } written)
            events.AddWait(loop, NameOf(written.Symbol));
        else
            AddEnumerator(_model.GetForEachStatementInfo(loop), loop, events);
    }

    private void AddEnumerator(ForEachStatementInfo info, CommonForEachStatementSyntax loop, Events events)
    {
        AddCallee(info.GetEnumeratorMethod, loop, events);
        AddCallee(info.MoveNextMethod, loop, events);
        AddCallee(Accessor(info.CurrentProperty, static p => p.GetMethod), loop, events);
        AddDispose(info.GetEnumeratorMethod?.ReturnType, loop, events);
    }

    private void AddDispose(ExpressionSyntax? value, Events events)
    {
        if (value is not null)
            AddDispose(_model.GetTypeInfo(value, _cancellationToken).Type, value, events);
    }

    private void AddDispose(ITypeSymbol? resource, SyntaxNode place, Events events)
    {
        for (ITypeSymbol? type = resource; type is not null; type = type.BaseType)
        {
            if (type.GetMembers("Dispose").OfType<IMethodSymbol>().FirstOrDefault(static m => m is { Parameters.IsEmpty: true, IsStatic: false }) is { } dispose)
            {
                AddCallee(dispose, place, events);
                return;
            }
        }
    }

    private void AddCallee(IMethodSymbol? method, SyntaxNode place, Events events)
    {
        if (method is not null && IsOurs(method) && (method.ReducedFrom ?? method).OriginalDefinition.GetDocumentationCommentId() is { } id)
            events.AddCallee(place, new Callee(id, NameOf(method)));
    }

    private LockFacts FactsOf(LockStatementSyntax @lock, Events events)
    {
        ISymbol? symbol = _model.GetSymbolInfo(@lock.Expression, _cancellationToken).Symbol;
        string? field = symbol is IFieldSymbol or IPropertySymbol ? symbol.OriginalDefinition.GetDocumentationCommentId() : null;
        TextSpan span = @lock.Statement.Span;
        return new LockFacts(field, TypeId(_model.GetTypeInfo(@lock.Expression, _cancellationToken).Type), events.WaitsIn(span), events.CalleesIn(span));
    }

    private bool IsOurs(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _model.Compilation.Assembly);

    // An override may have one accessor and inherit the other.
    private static IMethodSymbol? Accessor(IPropertySymbol? property, Func<IPropertySymbol, IMethodSymbol?> accessorOf)
    {
        while (property is not null && accessorOf(property) is null)
            property = property.OverriddenProperty;
        return property is null ? null : accessorOf(property);
    }

    private static string TypeId(ITypeSymbol? type) => type?.OriginalDefinition.GetDocumentationCommentId() ?? "";

    private static string NameOf(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "new " + member.ContainingType.Name,
        IMethodSymbol { AssociatedSymbol: { } property } => $"{member.ContainingType.Name}.{property.Name}",
        _ => $"{member.ContainingType?.Name}.{member.Name}",
    };

    /// <summary>What was found in one body or lambda, and where.</summary>
    private sealed class Events
    {
        private readonly List<(int Position, Callee Callee)> _callees = [];
        private readonly List<int> _waits = [];

        public string? Waits { get; private set; }

        public List<LockStatementSyntax> Locks { get; } = [];

        public ImmutableArray<Callee> Callees => [.. _callees.Select(static c => c.Callee).Distinct()];

        public void AddWait(SyntaxNode place, string name)
        {
            Waits ??= name;
            _waits.Add(place.SpanStart);
        }

        public void AddCallee(SyntaxNode place, Callee callee) => _callees.Add((place.SpanStart, callee));

        public bool WaitsIn(TextSpan span) => _waits.Any(w => span.Contains(w));

        public ImmutableArray<string> CalleesIn(TextSpan span) => [.. _callees.Where(c => span.Contains(c.Position)).Select(static c => c.Callee.Id).Distinct()];
    }
}
