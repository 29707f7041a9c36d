; Rings 1 and 2: what they may do, their stacks, their pages, their flags, and the way back through all rings.

%macro descriptors 0
	descriptor 0, 0xFFFFF, 0xBB, 0xC	; 38: code of ring 1
	descriptor 0, 0xFFFFF, 0xB3, 0xC	; 40: data of ring 1
	descriptor 0, 0xFFFFF, 0xDB, 0xC	; 48: code of ring 2
	descriptor 0, 0xFFFFF, 0xD3, 0xC	; 50: data of ring 2
	gate KERNEL_CODE, 0, 0xEC		; 58: to ring 0
	gate 0x38, 1, 0xEC			; 60: to ring 1
	gate 0x48, 1, 0xEC			; 68: to ring 2
	gate 0x38, 0, 0xCC			; 70: to ring 1, closed to ring 3
%endmacro
%macro local_descriptors 0
	dq 0
%endmacro

%include "ring0.inc"

RING1_STACK	equ SPACE + 0x1000
RING2_STACK	equ SPACE + 0x2000

; Goes on in ring 1 or 2, with that ring's data segments.
%macro in_ring 2
	try %2
	push dword 0x40 + (%1 - 1) * 16 + %1
	push dword SPACE + 0x1000 * %1
	push dword [user_flags]
	push dword 0x38 + (%1 - 1) * 16 + %1
	push dword %%inside
	iret
%%inside:
	mov eax, 0x40 + (%1 - 1) * 16 + %1
	mov ds, ax
	mov es, ax
%endmacro

%macro try_in_both 2
	in_ring 1, %1
	%2
	done
	in_ring 2, %1
	%2
	done
%endmacro

main:
	point gdt + 0x58, called
	point gdt + 0x60, called_inner
	point gdt + 0x68, called_inner
	point gdt + 0x70, called
	mov dword [tss + 12], RING1_STACK
	mov dword [tss + 16], 0x40 + 1
	mov dword [tss + 20], RING2_STACK
	mov dword [tss + 24], 0x50 + 2
	mov byte [idt + DONE * 8 + 5], 0xEE

	try_in_both "selectors", { call selectors }
	try_in_both "hlt", hlt
	try_in_both "cli", cli
	try_in_both "lgdt", { lgdt [gdt_pointer] }
	try_in_both "mov from cr0", { mov eax, cr0 }
	try_in_both "invlpg", { invlpg [SPACE] }
	try_in_both "in", { in al, 0x21 }
	try_in_both "wrmsr", wrmsr
	try_in_both "a fault", ud2
	try_in_both "kernel data", { call load_ring_0 }
	try_in_both "data of ring 1", { call load_ring_1 }
	try_in_both "data of ring 2", { call load_ring_2 }
	try_in_both "data of ring 3", { call load_ring_3 }
	try_in_both "a stack of ring 2", { call stack_ring_2 }
	try_in_both "lar, lsl, verr, verw", { call questions }
	try_in_both "popf of ones", { call all_flags }
	try_in_both "an unaligned access with AC", { call unaligned }
	mov dword [user_flags], 0x1202
	say "IOPL 1", 10
	try_in_both "popf of ones", { call all_flags }
	try_in_both "cli and sti", { call cli_and_sti }
	try_in_both "out", { call write_port }
	mov dword [user_flags], 0x2202
	say "IOPL 2", 10
	try_in_both "popf of ones", { call all_flags }
	try_in_both "cli and sti", { call cli_and_sti }
	try_in_both "out", { call write_port }
	mov dword [user_flags], 2
	say "gates", 10
	try_in_both "gate to ring 0", { call 0x58:0 }
	try_in_both "gate to ring 1", { call gate_1 }
	try_in_both "gate to ring 2", { call gate_2 }
	try_in_both "gate closed to ring 3", { call gate_closed }
	user "gate closed to ring 3"
	call 0x70 + 3:0
	done
	user "from ring 3 through 2 and 1 to 0 and back"
	push dword 0x1111
	call 0x68 + 3:0
	mov ecx, user_stack_top
	sub ecx, esp
	add eax, ecx
	done
	; Interrupts whose handlers are in ring 1 and 2.
	mov byte [idt + 0x50 * 8 + 5], 0xEE
	mov word [idt + 0x50 * 8 + 2], 0x38
	point idt + 0x50 * 8, interrupted
	user "an interrupt to ring 1"
	int 0x50
	done
	try_in_both "an interrupt to ring 1", { int 0x50 }
	mov word [idt + 0x50 * 8 + 2], 0x48
	user "an interrupt to ring 2"
	int 0x50
	done
	try_in_both "an interrupt to ring 2", { int 0x50 }
	try "an interrupt from ring 0 to ring 2"
	int 0x50
	done
	; Returns outwards from one to the next.
	try "retf to 1, 2 and 3"
	push dword 0x40 + 1
	push dword RING1_STACK
	push dword 0x38 + 1
	push dword .ring1
	retf
.ring1:
	push dword 0x50 + 2
	push dword RING2_STACK
	push dword 0x48 + 2
	push dword .ring2
	retf
.ring2:
	push dword USER_DATA
	push dword user_stack_top
	push dword USER_CODE
	push dword .ring3
	retf
.ring3:
	xor eax, eax
	mov ax, cs
	shl eax, 16
	mov ax, ss
	done
	call pages
	ret

selectors:
	xor eax, eax
	mov ax, cs
	shl eax, 16
	mov ax, ss
	ret
load_ring_0:
	mov ax, KERNEL_DATA
	mov fs, ax
	ret
load_ring_1:
	mov ax, 0x40 + 1
	mov fs, ax
	ret
load_ring_2:
	mov ax, 0x50 + 2
	mov fs, ax
	ret
load_ring_3:
	mov ax, USER_DATA
	mov fs, ax
	ret
stack_ring_2:
	mov ax, 0x50 + 2
	mov ss, ax
	ret
questions:
	xor edx, edx
	mov ecx, 7
.next:
	lea eax, [ecx * 8]
	lar ebx, eax
	setz bl
	rol edx, 1
	xor dl, bl
	and ebx, 0xFF00
	xor edx, ebx
	lsl ebx, eax
	setz bl
	rol edx, 1
	xor dl, bl
	verr ax
	setz bl
	rol edx, 1
	xor dl, bl
	verw ax
	setz bl
	rol edx, 1
	xor dl, bl
	inc ecx
	cmp ecx, 14
	jb .next
	mov eax, edx
	ret
all_flags:
	push dword 0x247EFF
	popf
	pushf
	pop eax
	push dword 2
	popf
	ret
unaligned:
	push dword 0x40002
	popf
	mov eax, [scratch + 1]
	push dword 2
	popf
	ret
cli_and_sti:
	pushf
	pop eax
	cli
	pushf
	pop ecx
	sti
	pushf
	pop edx
	shl ecx, 3
	xor eax, ecx
	xor eax, edx
	cli
	ret
write_port:
	mov al, 0x5A
	out 0x80, al
	ret
gate_1:
	push dword 0x2222
	call 0x60 + 0:0
	ret
gate_2:
	push dword 0x3333
	call 0x68:0
	ret
gate_closed:
	call 0x70:0
	ret

called:
	xor eax, eax
	mov ax, cs
	shl eax, 16
	mov ax, ss
	retf
; A procedure behind a gate with one parameter that calls the next inner ring, down to 0.
called_inner:
	mov eax, cs
	and eax, 3
	cmp eax, 2
	jne .to_0
	push dword [ss:esp + 8]
	add dword [ss:esp], 0x100
	call 0x60:0
	jmp .back
.to_0:
	call 0x58:0
.back:
	rol eax, 4
	xor eax, [ss:esp + 8]
	xor eax, [ss:esp + 4]
	retf 4
interrupted:
	xor eax, eax
	mov ax, cs
	shl eax, 16
	mov ax, ss
	xor eax, [ss:esp + 4]
	iret

; For pages, rings 0 to 2 are the supervisor.
DIRECTORY	equ SPACE + 0x4000
LOW_TABLE	equ SPACE + 0x5000
TABLE		equ SPACE + 0x6000
pages:
	mov edi, LOW_TABLE
	mov eax, 7
.identity:
	stosd
	add eax, 0x1000
	cmp edi, LOW_TABLE + 0x1000
	jb .identity
	mov dword [DIRECTORY], LOW_TABLE + 7
	mov dword [DIRECTORY + 4], TABLE + 7
	mov dword [TABLE], SPACE + 0x7000 + 3
	mov dword [TABLE + 4], SPACE + 0x7000 + 5
	mov eax, DIRECTORY
	mov cr3, eax
	mov eax, cr0
	or eax, 0x80000000
	mov cr0, eax
	try_in_both "a page of the supervisor", { mov [0x400000], eax }
	user "the same in ring 3"
	mov [0x400000], eax
	done
	try_in_both "a read-only page", { mov [0x401000], eax }
	mov eax, cr0
	or eax, 0x10000
	mov cr0, eax
	try_in_both "with CR0.WP", { mov [0x401000], eax }
	try_in_both "a missing page", { mov eax, [0x402000] }
	ret

	align 8
scratch:	dd 0, 0
