using System.Transactions;

namespace CoGen.Patches;

/// <summary>
/// The constructors of <see cref="TransactionScope"/> in a coroutine: the ambient transaction belongs to the fiber, not to its thread.
/// </summary>
/// <remarks>
/// Without <see cref="TransactionScopeAsyncFlowOption.Enabled"/> the transaction stands in a static of the thread, where every other fiber that has a turn
/// before the scope ends would find it, and enlist in it. A scope that says itself whether it flows is left as it is.
/// </remarks>
public static class TransactionScopePatches
{
    /// <inheritdoc cref="TransactionScope()"/>
    /// <returns>The scope.</returns>
    public static TransactionScope New() => new(TransactionScopeAsyncFlowOption.Enabled);

    /// <inheritdoc cref="TransactionScope(TransactionScopeOption)"/>
    /// <returns>The scope.</returns>
    public static TransactionScope New(TransactionScopeOption scopeOption) => new(scopeOption, TransactionScopeAsyncFlowOption.Enabled);

    /// <inheritdoc cref="TransactionScope(TransactionScopeOption, TimeSpan)"/>
    /// <returns>The scope.</returns>
    public static TransactionScope New(TransactionScopeOption scopeOption, TimeSpan scopeTimeout) =>
        new(scopeOption, scopeTimeout, TransactionScopeAsyncFlowOption.Enabled);

    /// <inheritdoc cref="TransactionScope(TransactionScopeOption, TransactionOptions)"/>
    /// <returns>The scope.</returns>
    public static TransactionScope New(TransactionScopeOption scopeOption, TransactionOptions transactionOptions) =>
        new(scopeOption, transactionOptions, TransactionScopeAsyncFlowOption.Enabled);

    /// <inheritdoc cref="TransactionScope(Transaction)"/>
    /// <returns>The scope.</returns>
    public static TransactionScope New(Transaction transactionToUse) => new(transactionToUse, TransactionScopeAsyncFlowOption.Enabled);

    /// <inheritdoc cref="TransactionScope(Transaction, TimeSpan)"/>
    /// <returns>The scope.</returns>
    public static TransactionScope New(Transaction transactionToUse, TimeSpan scopeTimeout) =>
        new(transactionToUse, scopeTimeout, TransactionScopeAsyncFlowOption.Enabled);
}
