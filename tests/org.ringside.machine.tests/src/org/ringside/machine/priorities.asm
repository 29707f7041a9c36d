; Which exception comes first where an instruction has several reasons to fault.

%define SHOWN_ERROR 0xFFFFFFFE		; without EXT, which QEMU never sets
%macro descriptors 0
	descriptor 0, 0xFFFFF, 0x1B, 0xC	; 38: code, not present
	descriptor 0, 0xFFFFF, 0x13, 0xC	; 40: data, not present
	gate 0x38, 0, 0xEC			; 48: a gate to code that is not present
	gate 0x38, 0, 0x0C			; 50: the same, not present itself
	descriptor 0, 0xFFFFF, 0x91, 0xC	; 58: data, read-only
	descriptor 0, 0xFFFFF, 0x13, 0xC	; 60: data of ring 0, not present
%endmacro
%macro local_descriptors 0
	dq 0
%endmacro

%include "ring0.inc"

DIRECTORY	equ SPACE
LOW_TABLE	equ SPACE + 0x1000
TABLE		equ SPACE + 0x2000
AREA		equ 0x400000		; a page that is there,
MISSING		equ 0x401000		; one that is not,
READ_ONLY	equ 0x402000		; one that cannot be written in ring 3,
SUPERVISOR	equ 0x403000		; and one for rings 0 to 2

main:
	mov edi, LOW_TABLE
	mov eax, 7
.identity:
	stosd
	add eax, 0x1000
	cmp edi, LOW_TABLE + 0x1000
	jb .identity
	mov dword [DIRECTORY], LOW_TABLE + 7
	mov dword [DIRECTORY + 4], TABLE + 7
	mov dword [TABLE], SPACE + 0x3000 + 7
	mov dword [TABLE + 8], SPACE + 0x3000 + 5
	mov dword [TABLE + 12], SPACE + 0x3000 + 3
	mov eax, DIRECTORY
	mov cr3, eax
	mov eax, cr0
	or eax, 0x80050000		; PG, WP, AM
	mov cr0, eax

	try "a quotient too large, of a missing page"
	xor eax, eax
	div dword [MISSING]
	done
	user "privileged, with an operand in a missing page"
	lgdt [MISSING]
	done
	try "the same in ring 0"
	lgdt [MISSING]
	done
	user "lldt of a missing page in ring 3"
	lldt [MISSING]
	done
	try "lldt of a missing page in ring 0"
	lldt [MISSING]
	done
	user "invlpg of a missing page in ring 3"
	invlpg [MISSING]
	done
	try "invlpg of a missing page in ring 0"
	invlpg [MISSING]
	xor eax, eax
	done
	user "lmsw of a missing page"
	lmsw [MISSING]
	done
	try "lea knows no pages"
	lea eax, [MISSING]
	done
	try "bound of a missing page"
	mov eax, 5
	bound eax, [MISSING]
	done
	try "lock where there is none, with an operand in a missing page"
	db 0xF0, 0x39, 0x05
	dd MISSING
	done
	try "mov to a segment register of a missing page"
	mov fs, [MISSING]
	done
	try "les of a missing page"
	les eax, [MISSING]
	done
	try "les of a bad selector in half a page"
	mov dword [AREA + 0xFFC], 0x1000
	les eax, [AREA + 0xFFC]
	done
	try "les of a bad selector"
	mov dword [AREA + 0x104], 0x1000
	les eax, [AREA + 0x100]
	done
	user "a far jump through a missing page to a bad selector"
	jmp far [MISSING - 4]
	done
	user "a far call of code that is not present"
	call 0x38 + 3:0
	done
	user "a gate to code that is not present"
	call 0x48 + 3:0
	done
	user "a gate that is not present, to code that is not"
	call 0x50 + 3:0
	done
	try "a far call of code that is not present, without a stack"
	call 0x38:0
	done
	user "a page of the supervisor that is read-only as well"
	mov dword [READ_ONLY], 5
	done
	user "a page of the supervisor"
	mov eax, [SUPERVISOR]
	done
	user "a read-only page may be compared"
	cmp dword [READ_ONLY], 5
	mov eax, 5
	done
	user "a push to a missing page of a missing page"
	mov esp, MISSING + 0x800
	push dword [MISSING]
	done
	user "in, without permission, with a missing page"
	mov edi, MISSING
	mov dx, 0x21
	insb
	done
	user "int of a gate that is closed"
	int 0x60
	done
	mov byte [idt + 0x61 * 8 + 5], 0x0E
	user "int of a gate that is closed and not present"
	int 0x61
	done
	mov byte [idt + 0x61 * 8 + 5], 0x6E
	mov word [idt + 0x61 * 8 + 2], 0x38
	user "int of a gate that is open and not present"
	int 0x61
	done
	mov byte [idt + 0x61 * 8 + 5], 0xEE
	user "int of a gate to code that is not present"
	int 0x61
	done
	try "iret to code that is not present, with a bad stack"
	push dword 0x1000
	push dword 0
	push dword 2
	push dword 0x38 + 3
	push dword 0
	iret
	done
	try "iret to ring 3 with a null stack and a bad EIP"
	push dword 0
	push dword 0
	push dword 2
	push dword USER_CODE
	push dword 0xFFFFFFFF
	iret
	done
	try "retf to a null selector"
	push dword 0
	push dword 0
	retf
	done
	try "mov ss of data that is not present"
	mov ax, 0x40
	mov ss, ax
	done
	try "mov ss of read-only data"
	mov ax, 0x58
	mov ss, ax
	done
	user "mov ss of ring 0's data that is not present"
	mov ax, 0x60
	mov ss, ax
	done
	user "mov ss of null"
	xor eax, eax
	mov ss, ax
	done
	try "clts and lmsw"
	clts
	smsw eax
	and eax, 0xF
	done

	; Fetches.
	try "a jump to a missing page, with a breakpoint there"
	mov eax, MISSING
	mov dr0, eax
	mov eax, 0x402
	mov dr7, eax
	mov eax, MISSING
	jmp eax
	done
	xor eax, eax
	mov dr7, eax
	mov dr6, eax
	try "a privileged instruction of ring 3 whose last byte is missing"
	mov word [AREA + 0xFFE], 0x010F
	mov eax, AREA + 0xFFE
	jmp eax
	done
	user "an undefined instruction at the end of a page"
	mov word [AREA + 0xFFE], 0x0B0F
	mov eax, AREA + 0xFFE
	jmp eax
	done
	user "a prefix at the end of a page"
	mov byte [AREA + 0xFFF], 0x66
	mov eax, AREA + 0xFFF
	jmp eax
	done
	user "hlt at the end of a page"
	mov byte [AREA + 0xFFF], 0xF4
	mov eax, AREA + 0xFFF
	jmp eax
	done
	user "code in a page of the supervisor"
	mov eax, SUPERVISOR
	jmp eax
	done

	; Traps of the instruction before come before everything.
	point idt + 1 * 8, on_debug
	try "a single step to a fault"
	push dword 0x102
	popf
	nop
	ud2
	done
	call debug_shown
	mov eax, AREA
	mov dr0, eax
	mov eax, 0x000D0402
	mov dr7, eax
	try "a data breakpoint of an instruction that faults"
	mov eax, [AREA]
	push dword [AREA]
	pop dword [MISSING]
	done
	call debug_shown
	xor eax, eax
	mov dr7, eax
	ret

debug_shown:
	say "  traps: "
	mov eax, [traps]
	call hex32
	mov dword [traps], 0
	call line
	ret
on_debug:
	push eax
	mov eax, dr6
	and eax, 0xE00F
	rol dword [traps], 8
	xor [traps], eax
	xor [traps], ah
	xor eax, eax
	mov dr6, eax
	pop eax
	iret

	align 4
traps:	dd 0
