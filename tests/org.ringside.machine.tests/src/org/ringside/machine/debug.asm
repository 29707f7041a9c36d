; Debug registers and the trap flag: what is hit when, what DR6 says, that RF lets an instruction go.

%macro descriptors 0
	dq 0
%endmacro
%macro local_descriptors 0
	dq 0
%endmacro

%include "ring0.inc"

%macro breakpoint 3			; number, address, R/W and LEN bits
	mov eax, %2
	mov dr%1, eax
	mov eax, (%3) << (16 + 4 * %1) | 2 << (2 * %1) | 0x400
	mov dr7, eax
%endmacro

main:
	point idt + 1 * 8, on_debug
	call origin_here
	breakpoint 0, .code, 0
.code:
	nop
	say " end", 10
	breakpoint 0, variable, 0b1101
	call origin_here
	mov eax, [variable]
	mov [variable], eax
	mov byte [variable + 3], 5
	mov byte [variable + 4], 5
	mov word [variable - 1], 5
	say " end", 10
	breakpoint 1, variable, 0b1111
	call origin_here
	mov eax, [variable]
	mov al, [variable + 2]
	mov ax, [variable + 4]
	inc dword [variable]
	push dword [variable]
	pop eax
	say " end", 10
	breakpoint 2, variable + 1, 0b0001
	call origin_here
	mov [variable], al
	mov [variable + 1], al
	mov [variable], eax
	mov esi, variable - 2
	mov edi, variable - 2
	mov ecx, 5
	rep movsb
	say " end", 10
	xor eax, eax
	mov dr7, eax
	try "dr4 is dr6"
	mov eax, 0xFFFF0FF0
	mov dr6, eax
	mov eax, dr4
	done
	mov eax, cr4
	or eax, 8
	mov cr4, eax
	try "with CR4.DE there is no dr4"
	mov eax, dr4
	done
	ret

origin_here:
	push eax
	mov eax, [esp + 4]
	mov [origin], eax
	pop eax
	ret

; Prints where, and DR6's low bits; goes on with RF set.
on_debug:
	push eax
	say " +"
	mov eax, [esp + 4]
	sub eax, [origin]
	call hex8
	say ":"
	mov eax, dr6
	call hex16
	xor eax, eax
	mov dr6, eax
	or dword [esp + 12], 0x10000
	pop eax
	iret

	align 8
	dd 0
variable:	dd 0, 0
