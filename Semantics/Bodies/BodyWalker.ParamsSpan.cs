using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

// The twin takes params spans as arrays, which lack the members of spans.
internal sealed partial class BodyWalker
{
    private bool TryVisitParamsSpan(IdentifierNameSyntax name)
    {
        if (_method.Parameters.LastOrDefault() is not { IsParams: true } last || last.Name != name.Identifier.ValueText)
            return false;

        bool needsSpan = name.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression == name && access.Name.Identifier.ValueText != "Length",
            EqualsValueClauseSyntax => true,
            _ => false,
        };
        if (!needsSpan || _asIs.Contains(name) || _model.GetSymbolInfo(name, _cancellationToken).Symbol is not IParameterSymbol { IsParams: true } parameter ||
            !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _method) || !TwinSignature.IsSpan(parameter.Type, _known) ||
            TwinSignature.CallsOriginalBecause(_method, _known) is not null)
        {
            return false;
        }

        _edits.Add(TextEdit.Insert(name.SpanStart, $"(({parameter.Type.ToMinimalDisplayString(_model, name.SpanStart)})"));
        _edits.Add(TextEdit.Insert(name.Span.End, ")"));
        return true;
    }
}
