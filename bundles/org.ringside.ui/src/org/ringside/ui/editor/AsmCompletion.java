package org.ringside.ui.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.swt.graphics.Image;
import org.ringside.asm.Lexer;
import org.ringside.asm.Symbol;
import org.ringside.asm.Token;
import org.ringside.isa.Form;
import org.ringside.isa.IsaTable;
import org.ringside.isa.Register;
import org.ringside.ui.theme.Icons;

/**
 * Proposes what can stand at the caret: instructions and directives where a line begins, registers and names where an
 * operand is.
 */
public final class AsmCompletion implements IContentAssistProcessor {

	@Override
	public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
		return propose(viewer.getDocument(), offset).toArray(ICompletionProposal[]::new);
	}

	/** {@return the proposals for a place in a document, in the order to show them} */
	static List<AsmProposal> propose(IDocument document, int offset) {
		String before;
		int line;
		try {
			line = document.getLineOfOffset(offset);
			int start = document.getLineOffset(line);
			before = document.get(start, offset - start);
		} catch (BadLocationException e) {
			return List.of();
		}
		String prefix = prefix(before);
		List<Token> left = Lexer.tokens(before.substring(0, before.length() - prefix.length()));
		if (left.stream().anyMatch(t -> t.kind() == Token.Kind.COMMENT || t.kind() == Token.Kind.INVALID)) {
			return List.of();
		}
		var proposals = new Proposals(prefix, offset - prefix.length());
		if (beginsStatement(left)) {
			IsaTable.mnemonics().stream().sorted().forEach(proposals::instruction);
			proposals.directives();
			proposals.names(document, line, Symbol.Kind.MACRO);
		} else {
			proposals.names(document, line, Symbol.Kind.LABEL, Symbol.Kind.EQU, Symbol.Kind.EXTERN, Symbol.Kind.COMMON,
				Symbol.Kind.MACRO);
			for (Register register : Register.values()) {
				proposals.add(register.toString(), "", Icons.image("obj/register"), Explanation.of(register));
			}
			proposals.directives();
		}
		return proposals.found;
	}

	/** Only labels and prefixes may stand before an instruction. */
	private static boolean beginsStatement(List<Token> left) {
		for (Token token : left) {
			String word = token.text().toLowerCase(Locale.ROOT);
			boolean prefix = word.startsWith("rep") || word.equals("lock");
			if (token.kind() != Token.Kind.LABEL && !word.equals(":") && !prefix) {
				return false;
			}
		}
		return true;
	}

	private static String prefix(String before) {
		int start = before.length();
		while (start > 0 && isWordPart(before.charAt(start - 1))) {
			start--;
		}
		return before.substring(start);
	}

	private static boolean isWordPart(char c) {
		return Character.isLetterOrDigit(c) || "_.$%@?#~".indexOf(c) >= 0;
	}

	/** Collects what begins with the prefix. */
	private record Proposals(String prefix, int offset, List<AsmProposal> found) {
		Proposals(String prefix, int offset) {
			this(prefix.toLowerCase(Locale.ROOT), offset, new ArrayList<>());
		}

		void add(String word, String note, Image image, Explanation explanation) {
			if (word.toLowerCase(Locale.ROOT).startsWith(prefix)) {
				found.add(new AsmProposal(word, note, image, explanation, offset, prefix.length()));
			}
		}

		void instruction(String mnemonic) {
			if (mnemonic.startsWith(prefix)) {
				List<Form> forms = IsaTable.of(mnemonic);
				Optional<Explanation> explanation = Explanation.of(forms);
				explanation.ifPresent(e -> add(mnemonic, e.sentence(), Icons.of(InstructionForms.privilege(forms)), e));
			}
		}

		void directives() {
			Explanation.DIRECTIVES.keySet().stream().sorted()
				.forEach(word -> add(word, Explanation.DIRECTIVES.get(word), Icons.image("obj/directive"),
					Explanation.ofDirective(word).orElseThrow()));
		}

		/** Local labels are proposed by their short name where their parent is the label above. */
		void names(IDocument document, int line, Symbol.Kind... kinds) {
			SourceModel model = SourceModel.of(document);
			String parent = parent(model, line + 1);
			model.symbols().stream().filter(s -> List.of(kinds).contains(s.kind()))
				.sorted(Comparator.comparing(Symbol::name)).forEach(symbol -> {
					String name = symbol.name().startsWith(parent + ".") ? symbol.name().substring(parent.length())
						: symbol.name();
					add(name, note(symbol), AsmOutline.icon(symbol), Explanation.of(symbol));
				});
		}

		private static String note(Symbol symbol) {
			return symbol.kind() == Symbol.Kind.EQU ? "0x" + Long.toHexString(symbol.value() & 0xffff_ffffL) : "";
		}

		private static String parent(SourceModel model, int line) {
			return model.symbols().stream()
				.filter(s -> s.kind() == Symbol.Kind.LABEL && model.owns(s.file()) && s.line() <= line)
				.filter(s -> s.name().indexOf('.', 1) < 0).max(Comparator.comparing(Symbol::line)).map(Symbol::name)
				.orElse("");
		}
	}

	@Override
	public char[] getCompletionProposalAutoActivationCharacters() {
		return new char[] { '.', '%' };
	}

	@Override
	public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
		return new IContextInformation[0];
	}

	@Override
	public char[] getContextInformationAutoActivationCharacters() {
		return new char[0];
	}

	@Override
	public String getErrorMessage() {
		return null;
	}

	@Override
	public IContextInformationValidator getContextInformationValidator() {
		return null;
	}
}
