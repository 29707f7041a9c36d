; A 16-bit task state, 16-bit gates between rings, and IRET, RETF and stacks of 16 bits in ring 3.

%macro descriptors 0
	descriptor 0x6000, 0x2B, 0x81, 0	; 38: 16-bit TSS
	descriptor 0x7000, 0xFFFF, 0xFB, 0	; 40: 16-bit code of ring 3
	descriptor 0x7000, 0xFFFF, 0xF3, 0	; 48: 16-bit data and stack of ring 3
	descriptor 0x7000, 0xFFFF, 0x9B, 0	; 50: 16-bit code of ring 0
	descriptor 0x7000, 0xFFFF, 0x93, 0	; 58: 16-bit data and stack of ring 0
	gate 0x50, 0, 0xE4			; 60: 16-bit gate to 16-bit code
	gate 0x50, 2, 0xEC			; 68: 32-bit gate to 16-bit code, two parameters
	descriptor 0, 0xFFFFF, 0xFB, 0x8	; 70: 16-bit code of ring 3, flat
%endmacro
%macro local_descriptors 0
	dq 0
%endmacro

%include "ring0.inc"

CODE_3	equ 0x40 + 3
DATA_3	equ 0x48 + 3
CODE_0	equ 0x50
DATA_0	equ 0x58
LOW	equ 0x7000
TSS_16	equ 0x6000

; Runs 16-bit code of ring 3 at a label between "low" and "low_end".
%macro user16 2
	user %1
	mov ax, DATA_3
	mov ss, ax
	mov esp, 0x2000
	jmp CODE_3:%2 - low
	done
%endmacro

main:
	mov esi, low
	mov edi, LOW
	mov ecx, low_end - low
	rep movsb
	mov word [gdt + 0x60], interrupt_target - low
	mov word [gdt + 0x68], gate_target - low

	user16 "int DONE from 16 bits", just_done
	user16 "a stack with a dirty pointer", dirty_stack
	user16 "a fault", a_fault
	user16 "pushes", pushes
	user16 "near calls", near_calls
	user16 "far calls within 16 bits", far_calls
	user16 "addresses and operands", addresses
	user16 "loops", loops
	user16 "strings", strings
	user16 "a jump by 16 bits of a register", wraps
	user16 "a 16-bit gate", by_16
	user16 "a 32-bit gate", by_32
	user16 "iret with 16 bits", iret_16
	user16 "popf with 16 and with 32 bits", flags
	user16 "a far jump to 32 bits", to_32

	try "a 16-bit interrupt gate in 16-bit code of ring 0"
	mov byte [idt + 0x50 * 8 + 5], 0xE6
	mov word [idt + 0x50 * 8 + 2], CODE_0
	mov word [idt + 0x50 * 8], handler - low
	mov word [idt + 0x50 * 8 + 6], 0	; QEMU takes it for the upper half of the offset
	mov dx, ss
	mov ebx, esp
	mov ax, DATA_0
	mov ss, ax
	mov esp, 0x3000
	jmp CODE_0:in_ring_0 - low
	done

	; The 16-bit task state: SP0 and SS0 are words.
	mov word [TSS_16 + 2], 0x4000
	mov word [TSS_16 + 4], DATA_0
	mov ax, 0x38
	ltr ax
	try "ltr of a 16-bit TSS"
	str eax
	mov ecx, [gdt + 0x38 + 4]
	shl ecx, 8
	and ecx, 0xFF0000
	or eax, ecx
	done
	user16 "a call gate with the stack of a 16-bit TSS", by_16
	user16 "an interrupt to it", interrupt_16
	mov word [TSS_16 + 4], KERNEL_DATA
	user "I/O has no bitmap"
	out 0x80, al
	done
	and byte [gdt + TASK + 5], ~2
	mov ax, TASK
	ltr ax
	user16 "with the 32-bit TSS again", interrupt_16
	ret

	bits 16
low:
just_done:
	mov eax, 0xABCD
	int DONE
dirty_stack:
	or esp, 0xABCD0000		; the upper half of ESP means nothing
	push word 0x1234
	push dword 0x56789ABC
	mov bp, sp
	mov eax, [bp]
	mov ecx, esp
	add eax, ecx
	pop cx
	pop edx
	add eax, edx
	mov edx, esp
	xor eax, edx
	int DONE
a_fault:
	mov eax, 1
	ud2
pushes:
	mov ax, 0x1122
	push ax
	push eax
	push word 0x3344
	push dword 0x55667788
	push byte -1
	push cs
	o32 push ss
	mov ecx, esp
	mov bp, sp
	mov eax, [bp]
	xor eax, [bp + 4]
	xor eax, [bp + 8]
	xor eax, [bp + 12]
	xor eax, ecx
	int DONE
near_calls:
	xor eax, eax
	call .near
	call dword .near_32
	mov ecx, esp
	add eax, ecx
	mov ebx, 0xFFFF0000 + .indirect - low
	call bx
	int DONE
.near:
	add ax, 5
	ret
.near_32:
	add ax, 0x50
	o32 ret
.indirect:
	inc ax
	ret
far_calls:
	xor eax, eax
	call CODE_3:.far - low
	mov ecx, esp
	add eax, ecx
	call dword CODE_3:.far_32 - low
	int DONE
.far:
	add ax, [esp]
	retf
.far_32:
	add ax, [esp + 4]
	o32 retf
addresses:
	mov ax, DATA_3
	mov ds, ax
	mov dword [0x1234], 0xCAFEBABE
	mov bx, 0x1000
	mov si, 0x200
	mov eax, [bx + si + 0x34]
	mov ecx, 0x1230
	add eax, [ecx + 4]
	mov word [bx + si + 0x34], 0x9999
	xor ax, [0x1234]
	lea edx, [bx + si - 1]
	add eax, edx
	mov ebx, 0xFFFF1230
	lea dx, [bx + 8]
	shl edx, 16
	xor eax, edx
	int DONE
loops:
	mov ecx, 0x20003
	xor eax, eax
.by_cx:
	inc eax
	loop .by_cx
	mov edx, ecx
	mov ecx, 3
.by_ecx:
	inc eax
	a32 loop .by_ecx
	jcxz .zero
	inc eax
.zero:
	mov ecx, 0x10000
	jecxz .none
	add eax, 0x100
.none:
	add eax, edx
	int DONE
strings:
	mov ax, DATA_3
	mov ds, ax
	mov es, ax
	mov dword [0x1100], 0x44332211
	mov esi, 0x77771100
	mov edi, 0x88881200
	mov ecx, 0x99990004
	rep movsb
	mov eax, [0x1200]
	add eax, esi
	xor eax, edi
	add eax, ecx
	mov edi, 0x1300
	mov ecx, 2
	a32 rep stosd
	add eax, edi
	int DONE
wraps:
	mov ebx, 0x10000 + .on - low
	jmp bx
.on:
	mov eax, 0x600D
	int DONE
by_16:
	xor eax, eax
	call 0x60 + 3:0
	mov ecx, esp
	add eax, ecx
	int DONE
by_32:
	push dword 0x11112222
	push dword 0x33334444
	call 0x68 + 3:0
	mov ecx, esp
	add eax, ecx
	int DONE
iret_16:
	push word 0x0202
	push cs
	push word .after - low
	iret
.after:
	pushfd
	pop eax
	mov ecx, esp
	shl ecx, 16
	xor eax, ecx
	int DONE
flags:
	push word 0x7EFF
	popf
	pushfd
	pop eax
	push dword 0x240002
	popfd
	pushfd
	pop ecx
	shl ecx, 8
	xor eax, ecx
	push dword 2
	popfd
	int DONE
interrupt_16:
	mov eax, 0x1000
	int 0x50
	mov ecx, esp
	xor eax, ecx
	int DONE
in_ring_0:
	int 0x50
	mov ecx, esp
	mov ss, dx
	mov esp, ebx
	xor eax, ecx
	int DONE
to_32:
	jmp dword USER_CODE:in_32

; In ring 0 by a 16-bit gate: IP, CS, SP and SS are words. The stack is the TSS's.
interrupt_target:
	mov eax, [esp]
	xor eax, [esp + 4]
	retf
gate_target:
	mov eax, [esp + 8]
	xor eax, [esp + 12]
	o32 retf 8
handler:
	mov eax, [esp]
	xor ax, [esp + 4]
	iret
low_end:
	bits 32
in_32:
	xor eax, eax
	mov ax, cs
	int DONE
