; Exceptions while exceptions are delivered: which pairs are handled one after the other and which are a double fault.

%define SHOWN_ERROR 0xFFFFFFFE		; without EXT, which QEMU never sets
%macro descriptors 0
	descriptor 0, 0xFFFFF, 0x1B, 0xC	; 38: code, not present
	descriptor 0, 0xFFFFF, 0x13, 0xC	; 40: data, not present
%endmacro
%macro local_descriptors 0
	dq 0
%endmacro

%include "ring0.inc"

DIRECTORY	equ SPACE
LOW_TABLE	equ SPACE + 0x1000
TABLE		equ SPACE + 0x2000
AREA		equ 0x400000
IDT_PAGES	equ SPACE + 0x3000	; two pages: the IDT's copy lies across their border

; What raises the first exception.
%macro raise 1
%ifidn %1, divide
	aam 0
%elifidn %1, undefined
	ud2
%elifidn %1, bound
	mov eax, 8
	bound eax, [bounds]
%elifidn %1, breakpoint
	int3
%elifidn %1, not_present
	mov ax, 0x40
	mov fs, ax
%elifidn %1, stack
	mov ax, 0x40
	mov ss, ax
%elifidn %1, protection
	mov ax, 0x1000
	mov fs, ax
%elifidn %1, page
	mov eax, [AREA + 0x3000]
%elifidn %1, software
	int 0x60
%endif
%endmacro

; What is wrong with its gate: the second exception.
%macro spoil 2				; VECTOR, HOW
%ifidn %2, gate_not_present
	mov byte [idt + %1 * 8 + 5], 0x0E
%elifidn %2, no_gate
	mov byte [idt + %1 * 8 + 5], 0x92
%elifidn %2, code_not_present
	mov word [idt + %1 * 8 + 2], 0x38
%elifidn %2, code_beyond
	mov word [idt + %1 * 8 + 2], 0x2000
%elifidn %2, code_is_null
	mov word [idt + %1 * 8 + 2], 0
%endif
%endmacro

%macro restore 1
	mov byte [idt + %1 * 8 + 5], 0x8E
	mov word [idt + %1 * 8 + 2], KERNEL_CODE
%endmacro

%macro pairs 3				; KIND, FIRST, VECTOR
%defstr %%first %2
	say %%first
	call line
	spoil %3, gate_not_present
	%1 " gate not present"
	raise %2
	done
	restore %3
	spoil %3, no_gate
	%1 " no gate"
	raise %2
	done
	restore %3
	spoil %3, code_not_present
	%1 " code not present"
	raise %2
	done
	restore %3
	spoil %3, code_beyond
	%1 " code beyond the GDT"
	raise %2
	done
	restore %3
	spoil %3, code_is_null
	%1 " code null"
	raise %2
	done
	restore %3
%endmacro

main:
	pairs try, divide, 0
	pairs try, undefined, 6
	pairs try, bound, 5
	pairs try, not_present, 11
	pairs try, stack, 12
	pairs try, protection, 13
	pairs try, software, 0x60
	pairs user, divide, 0
	pairs user, undefined, 6
	pairs user, not_present, 11
	pairs user, protection, 13

	; With paging: page faults first and second.
	mov edi, LOW_TABLE
	mov eax, 7
.identity:
	stosd
	add eax, 0x1000
	cmp edi, LOW_TABLE + 0x1000
	jb .identity
	mov dword [DIRECTORY], LOW_TABLE + 7
	mov dword [DIRECTORY + 4], TABLE + 7
	mov eax, DIRECTORY
	mov cr3, eax
	mov eax, cr0
	or eax, 0x80000000
	mov cr0, eax
	pairs try, page, 14
	pairs user, page, 14

	; The IDT's first gates lie in a page that is there, the others in one that is not.
%macro split_idt 1			; the first gate beyond the border
	mov esi, idt
	mov edi, IDT_PAGES + 0x1000 - %1 * 8
	mov ecx, 64
	rep movsd
	mov dword [TABLE], IDT_PAGES + 3
	mov dword [TABLE + 4], 0
	mov eax, cr3
	mov cr3, eax
	mov dword [far_idt + 2], AREA + 0x1000 - %1 * 8
	lidt [far_idt]
%endmacro
	split_idt 0x18
	try "a page fault for a software interrupt"
	int 0x20
	done
	lidt [idt_pointer]
	split_idt 0x0E
	mov dword [TABLE], 0
	mov dword [TABLE + 4], IDT_PAGES + 0x1003
	mov eax, cr3
	mov cr3, eax
	try "a page fault for a divide error"
	aam 0
	done
	lidt [idt_pointer]
	ret

bounds:	dd 1, 7
	align 4
	dw 0
far_idt:
	dw 256 * 8 - 1
	dd 0
