using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Catalog;

/// <summary>
/// A documentation id as the tables write it: exact; <c>M:Type.Name(*)</c> for every overload; <c>M:Type.Name(System.String*)</c>
/// for the overloads that begin so; <c>M:*.Name</c>, with any of these endings, for the methods of that name in every type.
/// </summary>
public sealed class MemberPattern
{
    private const string AnyType = "M:*.";
    private const string AnyOverload = "(*)";
    private const string AnyRest = "*)";

    private readonly string _text;
    private readonly bool _anyType;
    private readonly bool _anyOverload;
    private readonly bool _anyRest;

    /// <param name="text">The cell of the table.</param>
    public MemberPattern(string text)
    {
        _anyType = text.StartsWith(AnyType, StringComparison.Ordinal);
        _anyOverload = text.EndsWith(AnyOverload, StringComparison.Ordinal);
        _anyRest = !_anyOverload && text.EndsWith(AnyRest, StringComparison.Ordinal);
        int ending = _anyOverload ? AnyOverload.Length : _anyRest ? AnyRest.Length : 0;
        _text = text.Substring(0, text.Length - ending);
        Name = SimpleName(WithoutArity(WithoutParameters(_text)));
    }

    /// <summary>The member's own name; for a type its metadata name; <c>#ctor</c> for a constructor.</summary>
    public string Name { get; }

    /// <summary>Whether it stands for one member alone.</summary>
    public bool IsExact => !_anyType && !_anyOverload && !_anyRest;

    /// <summary>Whether <paramref name="text"/> could be one, or names an assembly: <c>A:Name</c>.</summary>
    public static bool IsWellFormed(string text) =>
        text.Length > 2 && text[1] == ':' && text[0] is 'M' or 'P' or 'T' or 'A' && text.All(static c => !char.IsWhiteSpace(c));

    /// <summary>Whether the definition that has this documentation id, and this name, is meant.</summary>
    public bool Matches(string documentationId)
    {
        string id = _anyType ? AnyType + FromName(documentationId) : documentationId;
        if (_anyOverload)
        {
            string withArity = WithoutParameters(id);
            return withArity == _text || WithoutArity(withArity) == _text;
        }

        return _anyRest ? WithoutArity(id).StartsWith(_text, StringComparison.Ordinal) : id == _text;
    }

    /// <summary>The name under which <see cref="Name"/> finds a symbol.</summary>
    public static string NameOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "#ctor",
        INamedTypeSymbol type => type.MetadataName,
        IPropertySymbol { IsIndexer: true } indexer => indexer.MetadataName,
        _ => symbol.Name,
    };

    private static string WithoutParameters(string id)
    {
        int parenthesis = id.IndexOf('(');
        return parenthesis < 0 ? id : id.Substring(0, parenthesis);
    }

    // The arity stands behind the name, before the parameters, which may speak of type parameters in the same way.
    private static string WithoutArity(string id)
    {
        string name = WithoutParameters(id);
        int arity = name.IndexOf("``", StringComparison.Ordinal);
        return arity < 0 ? id : id.Substring(0, arity) + id.Substring(name.Length);
    }

    private static string SimpleName(string name) => name.Substring(Math.Max(name.LastIndexOf('.'), name.LastIndexOf(':')) + 1);

    private static string FromName(string id) => id.Substring(WithoutParameters(id).LastIndexOf('.') + 1);
}
