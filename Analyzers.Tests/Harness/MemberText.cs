using System.Text.RegularExpressions;

namespace CoGen.Analyzers.Tests.Harness;

/// <summary>A member of a table, for readers: <c>M:System.Threading.Thread.Sleep(*)</c> is <c>Thread</c> and <c>Sleep(…)</c>.</summary>
internal sealed partial record MemberText(string Type, string Member)
{
    public static MemberText Of(string pattern)
    {
        string id = pattern[2..];
        int parenthesis = id.IndexOf('(', StringComparison.Ordinal);
        string name = parenthesis < 0 ? id : id[..parenthesis];
        if (pattern[0] == 'T')
            return new MemberText(Short(name), "every member");

        int dot = name.LastIndexOf('.');
        string type = Short(name[..dot]);
        string member = name[(dot + 1)..];
        string called = member == "#ctor" ? $"new {type.Split('<')[0].Split('.')[^1]}" : MethodArity().Replace(member, "<…>");
        string parameters = pattern[0] == 'P' ? "" : parenthesis < 0 ? "()" : ParametersOf(id[parenthesis..]);
        return new MemberText(type, called + parameters);
    }

    private static string ParametersOf(string list)
    {
        string inner = list[1..^1];
        bool isOpen = inner.EndsWith('*');
        inner = inner.TrimEnd('*').Replace("@", "", StringComparison.Ordinal);
        inner = TypeParameter().Replace(inner, "T");
        inner = Namespaces().Replace(inner, "").Replace('{', '<').Replace('}', '>').Replace(",", ", ", StringComparison.Ordinal);
        inner = Keywords(inner);
        return $"({inner}{(isOpen ? inner.Length > 0 ? ", …" : "…" : "")})";
    }

    private static string Keywords(string list) => Word().Replace(list, static word => word.Value switch
    {
        "String" => "string",
        "Int32" => "int",
        "Int64" => "long",
        "Boolean" => "bool",
        "Byte" => "byte",
        "Char" => "char",
        "Object" => "object",
        "Double" => "double",
        "Single" => "float",
        "Decimal" => "decimal",
        "UInt32" => "uint",
        "UInt64" => "ulong",
        _ => word.Value,
    });

    // Nested types keep the name of the type around them.
    private static string Short(string type)
    {
        string[] parts = [.. type.Split('.')];
        int first = parts.Length - 1;
        while (first > 0 && parts[first].EndsWith("Awaiter", StringComparison.Ordinal) && parts[first - 1].Contains("Awaitable", StringComparison.Ordinal))
            first--;
        return TypeArity().Replace(string.Join('.', parts[first..]), "<T>");
    }

    [GeneratedRegex(@"``\d+$")]
    private static partial Regex MethodArity();

    [GeneratedRegex(@"`\d+")]
    private static partial Regex TypeArity();

    [GeneratedRegex(@"`{1,2}\d+")]
    private static partial Regex TypeParameter();

    [GeneratedRegex(@"(\w+\.)+(?=\w)")]
    private static partial Regex Namespaces();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
