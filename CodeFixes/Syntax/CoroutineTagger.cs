using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.CodeFixes.Syntax;

/// <summary>Makes methods and properties coroutines: tags them, makes the types around them partial, and names CoGen in a using.</summary>
internal static class CoroutineTagger
{
    /// <summary>Tags the methods that are declared at these places, in whatever files they stand.</summary>
    public static async Task<Solution> TagAsync(Solution solution, IEnumerable<Location> declarations, CancellationToken cancellationToken)
    {
        foreach (IGrouping<SyntaxTree, Location> file in declarations.Where(static place => place.IsInSource).GroupBy(static place => place.SourceTree!))
        {
            if (solution.GetDocument(file.Key) is Document document
                && await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is CompilationUnitSyntax root
                && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is SemanticModel model)
            {
                List<SyntaxNode> methods = MethodsAt(root, file);
                bool needsUsing = methods.Any(method => !IsCoGenInScope(model, method));
                CompilationUnitSyntax tagged = Tag(root, methods);
                solution = solution.WithDocumentSyntaxRoot(document.Id, needsUsing ? Usings.AddCoGen(tagged) : tagged);
            }
        }

        return solution;
    }

    private static List<SyntaxNode> MethodsAt(CompilationUnitSyntax root, IEnumerable<Location> places) =>
        [.. places
            .Select(place => root.FindNode(place.SourceSpan).AncestorsAndSelf()
                .FirstOrDefault(static node => node is MethodDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax or LocalFunctionStatementSyntax))
            .OfType<SyntaxNode>()
            .Distinct()];

    private static CompilationUnitSyntax Tag(CompilationUnitSyntax root, List<SyntaxNode> methods)
    {
        SyntaxTrivia endOfLine = EndOfLine.Of(root);
        HashSet<SyntaxNode> types = [.. methods.SelectMany(PartialTypes.MissingAround)];
        return root.ReplaceNodes(
            methods.Concat(types),
            (original, current) => types.Contains(original)
                ? PartialTypes.AddPartial((TypeDeclarationSyntax)current)
                : AddAttribute(current, endOfLine));
    }

    private static SyntaxNode AddAttribute(SyntaxNode method, SyntaxTrivia endOfLine)
    {
        SyntaxTriviaList leading = method.GetLeadingTrivia();
        SyntaxTriviaList indentation = SyntaxFactory.TriviaList(leading.Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        AttributeListSyntax list = SyntaxFactory
            .AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("Coroutine"))))
            .WithLeadingTrivia(leading)
            .WithTrailingTrivia(endOfLine);
        SyntaxNode bare = method.WithLeadingTrivia(indentation);
        return bare is LocalFunctionStatementSyntax function
            ? function.WithAttributeLists(function.AttributeLists.Insert(0, list))
            : ((MemberDeclarationSyntax)bare).WithAttributeLists(((MemberDeclarationSyntax)bare).AttributeLists.Insert(0, list));
    }

    private static bool IsCoGenInScope(SemanticModel model, SyntaxNode node) =>
        model.LookupNamespacesAndTypes(node.SpanStart, name: "CoroutineAttribute")
            .Any(static type => type.ContainingNamespace is { Name: "CoGen", ContainingNamespace.IsGlobalNamespace: true });
}
