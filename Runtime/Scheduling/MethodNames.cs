using System.Diagnostics;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>Names the method behind a frame, as far as the compiler's names tell.</summary>
internal static class MethodNames
{
    /// <summary><c>Type.Method</c>; null if the frame is none of user code.</summary>
    internal static string? Of(Frame frame)
    {
        if (frame.GetType() is not { IsGenericType: true } kind || kind.GetGenericTypeDefinition() != typeof(StateMachineFrame<,>)) return null;

        return OfMachine(kind.GetGenericArguments()[0]);
    }

    /// <inheritdoc cref="Of(Frame)"/>
    internal static string? OfMachine(Type stateMachine)
    {
        if (stateMachine.Assembly == typeof(MethodNames).Assembly) return null;

        // The type is named <Method>d__1, or for a lambda <<Method>b__0>d, and nested in the method's type or a closure's.
        Type? type = stateMachine.DeclaringType;
        while (type is { DeclaringType: { } outer } && type.Name.StartsWith('<')) type = outer;
        return $"{type?.Name}.{Written(stateMachine.Name)}";
    }

    /// <summary><c>Type.Method</c> of a call on a thread's stack, as it was written, and whether it is one of CoGen's own.</summary>
    internal static (string Name, bool IsOwn, bool IsCoroutine)? Of(StackFrame frame)
    {
        if (DiagnosticMethodInfo.Create(frame) is not { DeclaringTypeName: { } type } method) return null;

        string[] types = type[(type.LastIndexOf('.') + 1)..].Split('+');
        string[] named = [.. types.TakeWhile(static name => !name.StartsWith('<'))];
        bool isCoroutine = method.Name == "MoveNext" && types[^1].StartsWith('<');
        string name = Written(isCoroutine ? types[^1] : method.Name);
        return (string.Join('.', [.. named, name]), method.DeclaringAssemblyName.Split(',')[0] == "CoGen", isCoroutine);
    }

    /// <summary>
    /// The name that was written, of a name the compiler made: <c>Method</c> of <c>&lt;Method&gt;b__0</c>, and of a local function its own, <c>Local</c> of
    /// <c>&lt;Method&gt;g__Local|1_0</c>.
    /// </summary>
    internal static string Written(string name)
    {
        if (name.IndexOf(">g__", StringComparison.Ordinal) is var local and >= 0 && name.IndexOf('|', local) is var localEnd and >= 0) return name[(local + 4)..localEnd];

        string inner = name.TrimStart('<');
        int end = inner.IndexOf('>');
        return end < 0 ? inner : inner[..end];
    }
}
