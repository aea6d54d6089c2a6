namespace MatNotebooks.Frameworks.Arem.Running.Definitions;

/// <summary>A campaign's file says what cannot be: the message names file, line, key, value, limit and mend.</summary>
public sealed class DefinitionException(string message, Exception? cause = null) : FormatException(message, cause);
