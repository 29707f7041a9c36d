package org.ringside.session;

import java.util.Optional;
import org.ringside.asm.LineTable;
import org.ringside.vmm.Frame;

/**
 * A frame of the run's call stack with its place in the source.
 *
 * @param frame the frame
 * @param line the source line that made the next instruction; empty for host frames and for code without source
 * @param symbol the label in force there, {@code label} or {@code label+0x12}; empty if there is none
 */
public record StackFrame(Frame frame, Optional<LineTable.Line> line, String symbol) {
}
