using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary>Finds where a method changes its params span. Its twin has an array in that place, which no part of a span can be assigned to.</summary>
internal static class ParamsSpanWrites
{
    /// <summary>The name in the first such place, or null.</summary>
    public static IdentifierNameSyntax? Find(IMethodSymbol method, SyntaxNode body, KnownTypes known, CancellationToken cancellationToken)
    {
        if (method.Parameters.LastOrDefault() is not { IsParams: true } parameter || !TwinSignature.IsSpan(parameter.Type, known) || !known.Compilation.ContainsSyntaxTree(body.SyntaxTree))
            return null;

        SemanticModel model = known.Compilation.GetSemanticModel(body.SyntaxTree);
        return body.DescendantNodes().OfType<IdentifierNameSyntax>().FirstOrDefault(name =>
            name.Identifier.ValueText == parameter.Name && IsWritten(name) && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, parameter));
    }

    // A reference to it can be written through.
    private static bool IsWritten(ExpressionSyntax place) => place.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == place,
        ParenthesizedExpressionSyntax outer => IsWritten(outer),
        ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => IsWritten(tuple),
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
        RefExpressionSyntax => true,
        _ => false,
    };
}
