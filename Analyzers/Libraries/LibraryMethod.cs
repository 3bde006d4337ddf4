namespace CoGen.Analyzers.Libraries;

/// <summary>A method of a library.</summary>
/// <param name="Assembly">The simple name of its assembly.</param>
/// <param name="Type">The full name of its type.</param>
/// <param name="Member">Its documentation id.</param>
internal readonly record struct LibraryMethod(string Assembly, string Type, string Member)
{
    /// <summary>What returns a task is asynchronous, and would block, if it did, against all custom.</summary>
    public static bool IsAsynchronous(string type, string member) => NameOf(type, member).EndsWith("Async", StringComparison.Ordinal);

    /// <summary>The method as one would say it.</summary>
    public string Describe()
    {
        string type = Type.Substring(Type.LastIndexOf('.') + 1).Split('`')[0];
        string name = NameOf(Type, Member);
        switch (name)
        {
            case "#ctor":
                return "new " + type;
            case "#cctor":
                return "static " + type;
        }

        // An explicit implementation is called by its interface's name, too; a local function is <Outer>g__Name|0_0.
        name = name.Substring(name.LastIndexOf('#') + 1);
        int local = name.IndexOf(">g__", StringComparison.Ordinal);
        if (local >= 0 && name.IndexOf('|', local) is > 0 and int end)
        {
            return name.Substring(local + 4, end - local - 4);
        }

        return name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) ? name.Substring(4) : name;
    }

    // Other languages, and tools, put parentheses and dots into names: only after the type can the name be looked for.
    private static string NameOf(string type, string member)
    {
        int start = "M:".Length + type.Length + 1;
        if (start >= member.Length)
        {
            return member;
        }

        int end = member.IndexOfAny(['`', '(', '~'], start);
        return end > start ? member.Substring(start, end - start) : member.Substring(start);
    }
}
