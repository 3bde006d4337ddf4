using CoGen.CompilerServices;

namespace CoGen;

/// <summary>Names the method behind a frame, as far as the compiler's names tell.</summary>
internal static class MethodNames
{
    /// <summary><c>Type.Method</c>; null if the frame is none of user code.</summary>
    internal static string? Of(Frame frame)
    {
        if (frame.GetType() is not { IsGenericType: true } kind || kind.GetGenericTypeDefinition() != typeof(StateMachineFrame<,>)) return null;

        Type stateMachine = kind.GetGenericArguments()[0];
        if (stateMachine.Assembly == typeof(MethodNames).Assembly) return null;

        // The type is named <Method>d__1, or for a lambda <<Method>b__0>d, and nested in the method's type or a closure's.
        Type? type = stateMachine.DeclaringType;
        while (type is { DeclaringType: { } outer } && type.Name.StartsWith('<')) type = outer;
        return $"{type?.Name}.{Written(stateMachine.Name)}";
    }

    /// <summary>The name that was written, of a name the compiler made: <c>Method</c> of <c>&lt;Method&gt;b__0</c>.</summary>
    internal static string Written(string name)
    {
        string inner = name.TrimStart('<');
        int end = inner.IndexOf('>');
        return end < 0 ? inner : inner[..end];
    }
}
