using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Catalog;

/// <summary>
/// A documentation id as the tables write it: exact, or <c>M:Type.Name(*)</c> for every overload, or <c>M:*.Name</c> for every
/// method of that name.
/// </summary>
internal sealed class MemberPattern
{
    private const string AnyOverload = "(*)";
    private const string AnyType = "M:*.";

    private readonly string _id;
    private readonly bool _anyOverload;
    private readonly bool _anyType;

    public MemberPattern(string text)
    {
        _anyType = text.StartsWith(AnyType, StringComparison.Ordinal);
        _anyOverload = text.EndsWith(AnyOverload, StringComparison.Ordinal);
        _id = _anyOverload ? text.Substring(0, text.Length - AnyOverload.Length) : text;
        Name = SimpleName(WithoutArity(WithoutParameters(_id)));
    }

    /// <summary>The member's own name; for a type its metadata name; <c>#ctor</c> for a constructor.</summary>
    public string Name { get; }

    /// <summary>Whether the definition that has this documentation id, and this name, is meant.</summary>
    public bool Matches(string documentationId)
    {
        if (_anyType)
        {
            return true;
        }

        if (!_anyOverload)
        {
            return documentationId == _id;
        }

        string withArity = WithoutParameters(documentationId);
        return withArity == _id || WithoutArity(withArity) == _id;
    }

    /// <summary>The name under which <see cref="Name"/> finds a symbol.</summary>
    public static string NameOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "#ctor",
        INamedTypeSymbol type => type.MetadataName,
        _ => symbol.Name,
    };

    private static string WithoutParameters(string id)
    {
        int parenthesis = id.IndexOf('(');
        return parenthesis < 0 ? id : id.Substring(0, parenthesis);
    }

    private static string WithoutArity(string id)
    {
        int arity = id.IndexOf("``", StringComparison.Ordinal);
        return arity < 0 ? id : id.Substring(0, arity);
    }

    private static string SimpleName(string id) => id.Substring(id.LastIndexOf('.') + 1);
}
