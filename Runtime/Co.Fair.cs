using System.ComponentModel;
using CoGen.CompilerServices;

namespace CoGen;

// What a twin awaits of foreign code it awaits through these, for their name is short.
public static partial class Co
{
    /// <inheritdoc cref="CompilerServices.Fair.Await(Task)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static FairAwait Fair(Task task) => CompilerServices.Fair.Await(task);

    /// <inheritdoc cref="CompilerServices.Fair.Await{T}(Task{T})"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static FairAwait<T> Fair<T>(Task<T> task) => CompilerServices.Fair.Await(task);

    /// <inheritdoc cref="CompilerServices.Fair.Await(ValueTask)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static FairAwait Fair(ValueTask task) => CompilerServices.Fair.Await(task);

    /// <inheritdoc cref="CompilerServices.Fair.Await{T}(ValueTask{T})"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static FairAwait<T> Fair<T>(ValueTask<T> task) => CompilerServices.Fair.Await(task);
}
