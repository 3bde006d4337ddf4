namespace CoGen;

/// <summary>A place in line of somebody who wants to put, take or see an item.</summary>
internal abstract class ItemNode<T> : LineNode
{
    /// <summary>What is to be put, or what was taken.</summary>
    internal T? Item;
}
