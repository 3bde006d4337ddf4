using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Semantics.Patches;

/// <summary>What an offloaded call takes along to its thread: a value, or a tuple of them.</summary>
internal sealed class OffloadArguments
{
    /// <summary>What they are called there.</summary>
    public const string Name = "__a";

    private readonly List<(string Type, string? Name, string Before, string After)> _elements = [];
    private readonly List<string> _constants = [];
    private (string Type, string After)? _receiver;

    /// <summary>What becomes of the text of the arguments.</summary>
    public TwinArguments.Plan Plan { get; } = new();

    public int Count => _elements.Count + (_receiver is null ? 0 : 1);

    /// <summary>The type of the value or tuple.</summary>
    public string Type
    {
        get
        {
            IEnumerable<string> types = _elements.Select(static e => e.Type);
            if (_receiver is { } receiver)
                types = types.Prepend(receiver.Type);
            string all = string.Join(", ", types);
            return Count switch { 0 => "int", 1 => all, _ => $"({all})" };
        }
    }

    /// <summary>The receiver, as it is there.</summary>
    public string Receiver => ItemOf(0) + _receiver?.After;

    /// <summary>The arguments, as they are given there.</summary>
    public string Arguments => string.Join(", ", _elements.Select((e, i) => (e.Name is null ? "" : ScopedNames.Escape(e.Name) + ": ") + e.Before + ItemOf(i + (_receiver is null ? 0 : 1)) + e.After).Concat(_constants));

    /// <summary>The last of them: what is assigned.</summary>
    public string Value => ItemOf(Count - 1);

    /// <summary>All but the last of them.</summary>
    public string Indexes => string.Join(", ", _elements.Take(_elements.Count - 1).Select((_, i) => ItemOf(i + (_receiver is null ? 0 : 1))));

    public void AddReceiver(string type, string after) => _receiver = (type, after);

    /// <param name="type">Its type.</param>
    /// <param name="name">The parameter, where it is named at the call.</param>
    /// <param name="before">What comes before it where it is passed on.</param>
    /// <param name="after">What comes after it there.</param>
    public void Add(string type, string? name, string before, string after) => _elements.Add((type, name, before, after));

    /// <summary>What the compiler would fill in otherwise there.</summary>
    public void AddConstant(string parameter, object value) =>
        _constants.Add($"{ScopedNames.Escape(parameter)}: {SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)}");

    private string ItemOf(int index) => Count == 1 ? Name : $"{Name}.Item{index + 1}";
}
