// A library that is patched as a whole, with something wrong in each class: what a build reports of it is in Whole.txt.
using CoGen;

[assembly: PatchAll(Except = ["Nowhere"])]

namespace Bad.Whole
{
    // CG1040
    class Worker
    {
        public void Work() => Thread.Sleep(1);
    }

    // CG1041
    partial class Cart
    {
        public Cart() => Thread.Sleep(1);
    }
}
