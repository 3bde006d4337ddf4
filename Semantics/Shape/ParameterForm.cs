namespace CoGen.Semantics.Shape;

/// <summary>What becomes of a parameter in the twin.</summary>
public enum ParameterForm
{
    /// <summary>It stays as it is.</summary>
    Same,

    /// <summary>It is passed by value: <c>in</c> and <c>ref readonly</c>, which nobody writes through.</summary>
    Value,

    /// <summary>It is a <c>Ref&lt;T&gt;</c>: <c>out</c> and <c>ref</c>.</summary>
    Reference,

    /// <summary>It is memory: a span.</summary>
    Memory,

    /// <summary>It is an array: a span with <c>params</c>.</summary>
    Array,
}
