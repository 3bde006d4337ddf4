using CoGen.Semantics.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Calls;

/// <summary>The edits that turn the clauses of one query into the calls of a chain. Knows the variables that a clause sees.</summary>
internal sealed class QueryWriter
{
    private const string Async = "[global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::CoGen.CompilerServices.FiberValueTaskMethodBuilder<>))] async ";
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    private const string Token = ", global::System.Threading.CancellationToken ";

    private readonly QueryExpressionSyntax _query;
    private readonly string _tuple;
    private readonly List<TextEdit> _opening = [];
    private readonly List<TextEdit> _closing = [];
    private readonly List<SyntaxNode> _functions = [];
    private readonly List<(string Name, ITypeSymbol Type)> _variables = [];

    public QueryWriter(QueryExpressionSyntax query)
    {
        _query = query;
        _tuple = "__q";
        while (query.DescendantTokens().Any(t => t.ValueText.StartsWith(_tuple, StringComparison.Ordinal)))
            _tuple += "q";
    }

    /// <summary>Whether anything is awaited.</summary>
    public bool IsNeeded { get; set; }

    public void Replace(int start, int end, string text) => (start == _query.SpanStart ? _opening : _closing).Add(new TextEdit(start, end - start, text));

    public void Insert(int position, string text) => _closing.Add(TextEdit.Insert(position, text));

    /// <summary>From here on there is this one variable.</summary>
    public void Begin(SyntaxToken name, ITypeSymbol type)
    {
        _variables.Clear();
        _variables.Add((name.Text, type));
    }

    public bool IsOnlyVariable(ExpressionSyntax expression) => _variables.Count == 1 && expression is IdentifierNameSyntax name && name.Identifier.Text == _variables[0].Name;

    /// <summary>Makes <paramref name="body"/> a lambda of the variables.</summary>
    /// <param name="lead">What comes before the lambda, in place of the text from <paramref name="start"/> on.</param>
    /// <param name="start">Where the text begins that is replaced.</param>
    /// <param name="body">The expression.</param>
    /// <param name="function">The part of the query that becomes an async function; or null.</param>
    /// <param name="result">What the lambda yields.</param>
    /// <param name="end">What follows the lambda.</param>
    /// <param name="until">Where the text ends that is replaced by the end, if not with the expression.</param>
    /// <returns>False where a type has no name, or such a lambda cannot be written.</returns>
    public bool TryAddLambda(string lead, int start, ExpressionSyntax body, SyntaxNode? function, ITypeSymbol result, string end, int until = 0)
    {
        if ((function is not null && !AsyncLambdas.IsNameable(result)) || HeaderOf(_variables, Full(result), function) is not var (header, footer))
            return false;

        Note(function);
        Replace(start, body.SpanStart, lead + header);
        Replace(body.Span.End, Math.Max(until, body.Span.End), footer + end);
        return true;
    }

    /// <summary>Makes the second key of a join a lambda of its own variable.</summary>
    public bool TryAddLambdaOf(SyntaxToken name, ITypeSymbol type, int start, ExpressionSyntax body, bool isAsync, ITypeSymbol result, string end)
    {
        if (isAsync && !AsyncLambdas.IsNameable(result))
            return false;
        if (HeaderOf([(name.Text, type)], Full(result), isAsync ? body : null) is not var (header, footer))
            return false;

        Replace(start, body.SpanStart, header);
        Insert(body.Span.End, footer + end);
        return true;
    }

    public bool TryAddLet(LetClauseSyntax let, ITypeSymbol value, bool isAsync)
    {
        if (isAsync && !AsyncLambdas.IsNameable(value))
            return false;

        List<(string Name, ITypeSymbol Type)> next = [.. _variables, (let.Identifier.Text, value)];
        if (HeaderOf(_variables, TupleOf(next), isAsync ? let : null) is not var (header, footer))
            return false;

        Note(isAsync ? let : null);
        Replace(let.LetKeyword.SpanStart, let.Expression.SpanStart, $".Select({header}({string.Join(", ", _variables.Select(static v => v.Name))}, ");
        Insert(let.Expression.Span.End, $"){footer})");
        _variables.Add((let.Identifier.Text, value));
        return true;
    }

    /// <summary>The lambda that puts a new variable beside the others, in place of the text up to <paramref name="end"/>.</summary>
    public bool TryAddResult(SyntaxToken name, ITypeSymbol type, bool isAsync, int end)
    {
        (string Name, ITypeSymbol Type) added = (name.Text, type);
        bool isOne = _variables.Count == 1;
        string parts = $"({string.Join(", ", isOne ? [_variables[0].Name] : _variables.Select((_, i) => $"{_tuple}.Item{i + 1}"))}, {added.Name})";
        string source = isOne ? _variables[0].Name : _tuple;
        if (isAsync)
        {
            if (!_variables.Append(added).All(static v => AsyncLambdas.IsNameable(v.Type)))
                return false;
            string of = isOne ? Full(_variables[0].Type) : TupleOf(_variables);
            Insert(end, $"({of} {source}, {Full(type)} {added.Name}{Token}{_tuple}t) => new {ValueTask}<{TupleOf([.. _variables, added])}>({parts}))");
        }
        else
        {
            Insert(end, $"({source}, {added.Name}) => {parts})");
        }

        _variables.Add(added);
        return true;
    }

    public CallPatch ToPatch() => new(TwinOrigin.Convention, _query, "AsyncEnumerable", null, [.. _opening], [.. _closing])
    {
        AsyncFunctions = [.. _functions.Distinct()],
        IsLink = true,
    };

    private void Note(SyntaxNode? function)
    {
        if (function is null)
            return;

        IsNeeded = true;
        _functions.Add(function);
    }

    /// <summary>What stands before and after the body of a lambda; null where a type has no name, or the lambda cannot say what it returns.</summary>
    private (string Header, string Footer)? HeaderOf(IReadOnlyList<(string Name, ITypeSymbol Type)> variables, string result, SyntaxNode? function)
    {
        bool isOne = variables.Count == 1;
        string unpack = isOne ? "" : $"{{ var ({string.Join(", ", variables.Select(static v => v.Name))}) = {_tuple}; return ";
        string footer = isOne ? "" : "; }";
        if (function is null)
            return ($"{(isOne ? variables[0].Name : _tuple)} => {unpack}", footer);
        if (!LanguageLevel.HasTypedLambdas(_query.SyntaxTree) || !variables.All(static v => AsyncLambdas.IsNameable(v.Type)))
            return null;

        string parameter = isOne ? $"{Full(variables[0].Type)} {variables[0].Name}" : $"{TupleOf(variables)} {_tuple}";
        return ($"{Async}{ValueTask}<{result}> ({parameter}{Token}{_tuple}t) => {unpack}", footer);
    }

    private static string TupleOf(IReadOnlyList<(string Name, ITypeSymbol Type)> variables) => $"({string.Join(", ", variables.Select(static v => Full(v.Type)))})";

    private static string Full(ITypeSymbol type) => LinqLinks.Full(type);
}
