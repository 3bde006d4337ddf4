namespace System.Diagnostics.CodeAnalysis;

/// <summary>Says that the parameter is not null when the method returns <paramref name="returnValue"/>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    public bool ReturnValue { get; } = returnValue;
}
