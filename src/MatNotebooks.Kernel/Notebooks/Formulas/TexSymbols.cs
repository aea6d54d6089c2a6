namespace MatNotebooks.Kernel.Notebooks.Formulas;

/// <summary>TeX's names of characters.</summary>
internal static class TexSymbols
{
    /// <summary>Letters and letter-like signs, set in italics as variables are.</summary>
    public static readonly IReadOnlyDictionary<string, string> Letters = Pairs("""
        alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ
        pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
        Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
        ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ partial ∂ nabla ∇ infty ∞ emptyset ∅ varnothing ∅ imath ı jmath ȷ AA Å degree ° circ ∘ prime ′
        ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ forall ∀ exists ∃ top ⊤ bot ⊥ angle ∠ dagger † ddagger ‡ star ⋆ square □ triangle △
        """);

    /// <summary>Operators and relations.</summary>
    public static readonly IReadOnlyDictionary<string, string> Operators = Pairs("""
        cdot ⋅ times × div ÷ pm ± mp ∓ ast ∗ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ wedge ∧ vee ∨ land ∧ lor ∨ lnot ¬ neg ¬ cap ∩ cup ∪ setminus ∖
        le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ne ≠ neq ≠ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ ll ≪ gg ≫ prec ≺ succ ≻ mid ∣ parallel ∥ perp ⟂
        in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← leftrightarrow ↔ mapsto ↦
        Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ iff ⟺ uparrow ↑ downarrow ↓ rightleftharpoons ⇌ colon : lt < gt > Vert ∥ vert |
        """);

    /// <summary>Operators that carry their limits above and below.</summary>
    public static readonly IReadOnlyDictionary<string, string> Large = Pairs("""
        sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigvee ⋁ bigwedge ⋀
        """);

    /// <summary>Names set upright: functions, and those of them that carry limits below.</summary>
    public static readonly IReadOnlySet<string> Functions = new HashSet<string>(StringComparer.Ordinal)
    {
        "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "exp", "log", "ln", "lg",
        "det", "dim", "ker", "deg", "arg", "Pr", "gcd", "tr",
    };

    public static readonly IReadOnlySet<string> FunctionsWithLimits = new HashSet<string>(StringComparer.Ordinal)
    {
        "lim", "max", "min", "sup", "inf", "argmax", "argmin", "limsup", "liminf",
    };

    /// <summary>Marks set over a letter.</summary>
    public static readonly IReadOnlyDictionary<string, string> Accents = Pairs("""
        hat ^ widehat ^ bar ¯ overline ¯ tilde ~ widetilde ~ vec → dot ˙ ddot ¨ check ˇ breve ˘ acute ´ grave ` overbrace ⏞ overrightarrow →
        """);

    /// <summary>Brackets by their commands.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fences = Pairs("""
        { { } } langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lvert | rvert | lVert ∥ rVert ∥ | ∥ lbrace { rbrace } lbrack [ rbrack ]
        """);

    /// <summary>Blanks, in units of the letter's height.</summary>
    public static readonly IReadOnlyDictionary<string, string> Spaces = Pairs(
        ", 0.17em : 0.22em ; 0.28em ! -0.17em quad 1em qquad 2em enspace 0.5em thinspace 0.17em");

    private static Dictionary<string, string> Pairs(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, words.Length / 2).ToDictionary(i => words[2 * i], i => words[(2 * i) + 1], StringComparer.Ordinal);
    }
}
