package org.ringside.architecture;

import java.util.Set;
import java.util.TreeSet;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * What one compiled class uses.
 *
 * @param types
 *            the names of all types it mentions: in code, signatures, annotations and generics
 * @param calls
 *            the methods it calls, as {@code java.lang.System.nanoTime}
 */
record References(Set<String> types, Set<String> calls) {

	static References of(byte[] classFile) {
		Set<String> types = new TreeSet<>();
		Set<String> calls = new TreeSet<>();
		// A remapper is asked for the new name of each type there is: a visitor of all types, and none is renamed.
		Remapper collector = new Remapper(Opcodes.ASM9) {
			@Override
			public String map(String internalName) {
				types.add(internalName.replace('/', '.'));
				return internalName;
			}
		};
		ClassVisitor callCollector = new ClassVisitor(Opcodes.ASM9) {
			@Override
			public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
					String[] exceptions) {
				return new MethodVisitor(Opcodes.ASM9) {
					@Override
					public void visitMethodInsn(int opcode, String owner, String method, String type, boolean onInterface) {
						calls.add(owner.replace('/', '.') + "." + method);
					}
				};
			}
		};
		new ClassReader(classFile).accept(new ClassRemapper(callCollector, collector), 0);
		return new References(types, calls);
	}
}
