namespace CoGen;

/// <summary>An enumerator whose next value a fiber can wait for, although it is typed as a plain one.</summary>
internal interface IWaitingEnumerator<T> : IEnumerator<T>
{
    /// <summary>Waits for the next value.</summary>
    /// <returns>False at the end.</returns>
    Coroutine<bool> MoveNextAsync();

    /// <summary>Ends the enumeration.</summary>
    Coroutine DisposeAsync()
    {
        Dispose();
        return default;
    }
}
