; Code and stacks of 16 bits in protected mode, and the prefixes that choose the other size.

CODE_16		equ 0x38
STACK_16	equ 0x40
DATA_SMALL	equ 0x48
BASE		equ 0x7000		; where the 16-bit segments begin

%macro descriptors 0
	descriptor BASE, 0xFFFF, 0x9B, 0x0	; 38: code of 16 bits
	descriptor BASE, 0xFFFF, 0x93, 0x0	; 40: data and stack of 16 bits
	descriptor BASE, 0x00FF, 0x93, 0x4	; 48: the same, 256 bytes
%endmacro
%macro local_descriptors 0
	dq 0
%endmacro

%include "ring0.inc"

; Copies the code between the labels small and small_end to offset 0 of the 16-bit segments.
main:
	mov esi, small
	mov edi, BASE
	mov ecx, small_end - small
	rep movsb
	mov dword [origin_16], 0

	try "to code of 16 bits and back"
	call CODE_16:simple - small
	done
	try "a 32-bit stack in 16-bit code"
	mov ebx, esp
	call CODE_16:pushes - small
	mov ecx, ebx
	sub ecx, esp
	shl ecx, 24
	add eax, ecx
	done
	try "a 16-bit stack wraps"
	mov ebx, esp
	mov dx, ss
	mov ax, STACK_16
	mov ss, ax
	mov esp, 0x12340004
	push dword 0x11112222
	push dword 0x33334444
	mov eax, esp
	pop ecx
	pop esi
	mov edi, esp
	mov ss, dx
	mov esp, ebx
	call hex32
	mov eax, ecx
	call hex32
	mov eax, esi
	call hex32
	mov eax, edi
	done
	try "enter and leave on a 16-bit stack"
	mov ebx, esp
	mov dx, ss
	mov ax, STACK_16
	mov ss, ax
	mov esp, 0x8000
	mov ebp, 0x8100
	enter 0x20, 3
	mov eax, esp
	movzx ecx, bp
	leave
	mov edi, esp
	mov ss, dx
	mov esp, ebx
	shl ecx, 16
	add eax, ecx
	done
	try "16-bit addresses"
	mov ebx, 0xFFFF7000
	mov esi, 0xABCD0010
	mov dword [0x7018], 0x600DF00D
	a16 mov eax, [bx + si + 8]
	done
	try "16-bit addresses wrap"
	mov dword [0x0100], 0x11223344
	mov ebx, 0xF000
	mov esi, 0x1100
	mov eax, [bx + si]
	done
	try "lea with both sizes"
	mov ebx, 0x12345678
	mov eax, -1
	lea ax, [ebx + 8]
	mov ecx, eax
	lea ecx, [bx + 0x1000]
	xor eax, ecx
	done
	try "loop by CX"
	mov ecx, 0x10003
	xor eax, eax
.by_cx:
	inc eax
	a16 loop .by_cx
	xor eax, ecx
	done
	try "rep movsb by CX, SI and DI"
	mov dword [0x7100], 0x04030201
	mov ecx, 0xFFFF0004
	mov esi, 0xFFFF7100
	mov edi, 0xFFFF7200
	a16 rep movsb
	mov eax, [0x7200]
	add eax, ecx
	add eax, esi
	xor eax, edi
	done
	try "a 16-bit push and pop"
	mov ebx, esp
	mov eax, 0xAAAA5555
	push ax
	mov ecx, esp
	pop dx
	sub ebx, ecx
	movzx eax, dx
	shl ebx, 16
	add eax, ebx
	done
	try "pushaw and popaw"
	mov eax, 0x11112222
	mov ecx, 0x33334444
	pushaw
	xor eax, eax
	xor ecx, ecx
	popaw
	add eax, ecx
	done
	try "iretw to 16-bit code"
	mov ebx, esp
	pushfw
	push word CODE_16
	push word from_iret - small
	iretw
	done
	try "an interrupt from 16-bit code"
	jmp CODE_16:interrupts - small
	done
	try "a jump by a register of 16 bits"
	jmp CODE_16:beyond - small
	done
	ret

	align 16
	bits 16
small:
simple:
	mov eax, 0x12345678
	mov ax, 0x9999
	o32 retf
pushes:
	push word 5
	push dword 7
	pop eax
	pop cx
	add ax, cx
	call dword inner_32
	call inner
	o32 retf
inner:
	add eax, 0x100
	ret
inner_32:
	add eax, 0x1000
	o32 ret
from_iret:
	mov eax, 0x600D
	mov esp, ebx
	int DONE
interrupts:
	mov eax, cs
	int DONE
beyond:
	mov ebx, 0x12340000 + here - small
	jmp bx
here:
	mov eax, 0x600D0001
	int DONE
small_end:
	bits 32
origin_16:	dd 0
