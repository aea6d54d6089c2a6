namespace MatNotebooks.Kernel.Session.Completion;

/// <summary>The words of the language, by where they may stand.</summary>
internal static class CSharpKeywords
{
    private static readonly string[] Types =
    [
        "bool", "byte", "char", "decimal", "double", "dynamic", "float", "int", "long", "nint", "nuint", "object", "sbyte", "short", "string", "uint", "ulong", "ushort",
    ];

    private static readonly string[] Expressions =
    [
        "and", "as", "async", "await", "base", "by", "checked", "default", "false", "from", "in", "is", "join", "let", "nameof", "new", "not", "null", "or", "orderby",
        "out", "ref", "select", "sizeof", "stackalloc", "static", "switch", "this", "throw", "true", "typeof", "unchecked", "var", "when", "where", "with",
    ];

    private static readonly string[] Statements =
    [
        "abstract", "break", "case", "catch", "class", "const", "continue", "delegate", "do", "else", "enum", "finally", "fixed", "for", "foreach", "goto", "if",
        "interface", "internal", "lock", "namespace", "override", "private", "protected", "public", "readonly", "record", "return", "sealed", "struct", "try",
        "unsafe", "using", "virtual", "void", "volatile", "while", "yield",
    ];

    /// <summary>Those that may stand where a statement begins, or where a value does.</summary>
    public static IEnumerable<string> At(bool statement) => statement ? [.. Types, .. Expressions, .. Statements] : [.. Types, .. Expressions];
}
