package org.ringside.vmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.machine.BootImage;
import org.ringside.machine.Memory;
import org.ringside.machine.Refusal;

/** Popek and Goldberg's second law: no guest reaches what is the host's, or keeps the host from going on. */
@Timeout(300)
class HostileGuestsTest {

	/** Where the host keeps page tables, IDT, TSS and its handlers' stack. */
	private static final int HOST_TABLES = 0x2000;

	@ParameterizedTest
	@ValueSource(strings = {
		// Writes to where the host is mapped, and around the end of the address space.
		"mov edi, 0xFFC00000\n mov ecx, 0x10000\n mov eax, 0x41414141\n rep stosd",
		"mov dword [0xFFFFFFFE], 0x41414141",
		"mov esp, 0xFFC03000\n pushad\n push dword 1",
		"mov esp, 0xFFC03000\n int 0x80",
		"lgdt [0xFFC00000]\n mov eax, 0x08\n mov ds, eax",
		"sgdt [0xFFC01000]",
		// Jumps into the host's handlers.
		"jmp 0xFFE0:0xFFC03000",
		"jmp 0xFFE3:0xFFC03000",
		"call 0x0B:0xFFC030D0",
		"mov eax, 0xFFC030D0\n jmp eax",
		"push dword 0xFFE0\n push dword 0xFFC03000\n retf",
		"push dword 2\n push dword 0xFFE0\n push dword 0xFFC03000\n iret",
		// Loads the host's own segments and task.
		"mov eax, 0xFFE8\n mov ds, eax\n mov dword [0], 1",
		"mov eax, 0xFFF0\n ltr ax",
		"mov eax, 0xFFF8\n lldt ax",
		"mov eax, 0xFFE8\n mov ss, ax",
		// A page directory of its own, and other system registers.
		"mov eax, 0x1000\n mov cr3, eax\n mov eax, cr4\n or eax, 0x10\n mov cr4, eax",
		"mov ecx, 0x174\n mov eax, 0xFFE0\n xor edx, edx\n wrmsr\n sysenter",
		"mov eax, 0xFFC00000\n mov dr0, eax\n mov eax, 0x000F0003\n mov dr7, eax\n cli",
		// Tables that lie where nothing is, or in the host's memory.
		"lidt [.table]\n int 3\n.table: dw 0x7FF\n dd 0xFFC01000",
		"lgdt [.table]\n push dword 0x10\n pop ds\n jmp 0x08:stay\n.table: dw 0xFFFF\n dd 0xFFC10000",
		"lgdt [.table]\n push dword 0x10\n pop ds\n jmp 0x08:stay\n.table: dw 0x7FF\n dd 0xFFFFFF00",
		"mov dword [tss + 4], 0xFFC03000\n mov dword [tss + 8], 0x10\n service 0x80, stay\n user .app\n.app: int 0x80",
		// Descriptors that reach everything, of any ring and kind.
		"mov dword [gdt + 0x18], 0xFFFF\n mov dword [gdt + 0x1C], 0x00CF9BC0\n jmp 0x18:0x3000",
		"mov dword [gdt + 0x18], 0xFFFF\n mov dword [gdt + 0x1C], 0xFFCF93C0\n mov eax, 0x18\n mov es, eax\n"
			+ " mov dword [es:0], 0x41414141",
		"mov dword [gdt + 0x18], 0xFFE03000\n mov dword [gdt + 0x1C], 0xFFC0EC00\n call 0x18:0",
		// Keeps interrupts off and goes on for ever.
		"cli\n jmp $",
		"cli\n.again: in al, 0x80\n jmp .again",
	})
	void noGuestTouchesTheHost(String attack) throws Refusal {
		BootImage guest = Kernels.tables("\t" + attack + "\n");
		Execution full = Modes.of("full").orElseThrow().start(guest, RunConfig.standard());
		// The tables before anything ran; the ring-0 stack is written by every trap.
		byte[] before = hostTables(full.machineMemory());
		full.run(200_000);
		byte[] after = hostTables(full.machineMemory());
		assertArrayEquals(before, after, "page directory, IDT and TSS");
		assertFalse(contains(full.machineMemory(), 0x41414141), "what the guest wrote is in the host's memory");
		if (full.outcome().isEmpty()) {
			assertEquals(3, full.hardware().cpl(), "the guest runs in ring 3");
		} else {
			assertTrue(full.outcome().orElseThrow().kind() != Outcome.Kind.SHUTDOWN);
		}
	}

	/** Accessed bits, which the hardware sets in the page directory, do not count. */
	private static byte[] hostTables(Memory machine) {
		byte[] bytes = machine.read(0, HOST_TABLES);
		for (int i = 0; i < 4096; i += 4) {
			bytes[i] &= ~0x60;
		}
		return bytes;
	}

	private static boolean contains(Memory machine, int value) {
		for (int address = 0; address < 4 << 20; address += 4) {
			if (machine.read32(address) == value) {
				return true;
			}
		}
		return false;
	}
}
